import path from 'node:path';
import { Option } from 'commander';
import { SoatError } from '../model/errors.js';

export function dataOption(): Option {
  return new Option('--data <thư-mục>', 'thư mục dữ liệu (mặc định: biến SOAT_DATA, không có thì .soat)');
}

export function languageOption(): Option {
  return new Option('--lang <ngôn-ngữ>', 'ngôn ngữ của kết quả in ra').choices(['vi', 'en']).default('vi');
}

/** @param name as the call writes it, for the fault */
export function positiveInteger(name: string): (value: string) => number {
  return (value) => {
    if (!/^[1-9]\d{0,2}$/.test(value)) throw new SoatError('wrong-usage', `${name} ${value}`);
    return Number(value);
  };
}

export function dataFolder(given: string | undefined): string {
  return path.resolve(given ?? process.env.SOAT_DATA ?? '.soat');
}

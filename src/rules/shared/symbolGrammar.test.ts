import { describe, expect, it } from 'vitest';
import { loadPipeline } from '../../pipeline/loadPipeline.js';
import {
  faultOfSymbol,
  fitOfType,
  isSameType,
  isSharedSymbol,
  type ParsedSymbol,
  parseSymbol,
} from './symbolGrammar.js';

const { pipeline, registry } = loadPipeline('pctn-2023');

function parsed(full: string): ParsedSymbol {
  const [, number = '', , symbol = ''] = /^(\d+[a-z]?)(\/\d{4})?[-/](.*)$/.exec(full) ?? [];
  const symbolParts = parseSymbol({ full, number, symbol }, pipeline);
  if (symbolParts === null) throw new RangeError(full);
  return symbolParts;
}

describe('parseSymbol', () => {
  it.each([
    ['12/KH-STC', { form: 'state', groups: ['KH', 'STC'], code: 'KH' }],
    ['12/QD-STC', { form: 'state', groups: ['QD', 'STC'], code: 'QĐ' }],
    ['50-CT/TW', { form: 'party', groups: ['CT', 'TW'], code: 'CT' }],
    ['55/2015/TTLT-BTNMT-BNV', { form: 'state', groups: ['TTLT', 'BTNMT', 'BNV'], code: 'TTLT' }],
    ['1431/TTCP-C.IV', { form: 'state', groups: ['TTCP', 'C.IV'], code: null }],
    ['36/2018/QH14', { form: 'state', groups: ['QH14'], code: null }],
  ])('parts %s', (full, expected) => {
    expect(parsed(full)).toMatchObject(expected);
  });

  it('answers null where no symbol is printed', () => {
    expect(parseSymbol({ full: '834', number: '834', symbol: null }, pipeline)).toBeNull();
  });
});

describe('fitOfType', () => {
  it.each([
    ['Hướng dẫn', '96/HD-STC', 'fits'],
    ['Hướng dẫn', '96/STC-NS', 'differs'],
    ['Nghị định', '36/2018/QH14', 'differs'],
    ['Nghị quyết', '96/2015/QH13', 'fits'],
    ['Nghị quyết', '1326/NQ-UBTVQH', 'fits'],
    ['Thông tư', '55/2015/TTLT-BTNMT-BNV', 'fits'],
    ['Thông tư', '12/TTr-STC', 'differs'],
    ['Báo cáo', '18/BCTĐX-STC', 'fits'],
    ['Công văn', '316-CV/TU', 'fits'],
    ['Công văn', '20/BC-STC', 'differs'],
    ['Báo cáo', '20/XYZ-ABC', 'unknown'],
    ['Bản đồ', '20/KH-STC', 'unknown'],
  ])('%s %s: %s', (type, full, fit) => {
    expect(fitOfType(type, parsed(full), new Set(), pipeline)).toBe(fit);
  });

  it('knows an agency that the report itself shows', () => {
    expect(fitOfType('Báo cáo', parsed('20/XYZ-VP'), new Set(['xyz']), pipeline)).toBe('differs');
  });

  it('agrees with every known document', () => {
    const differing = [...registry.byFull.values()]
      .flat()
      .filter(({ full }) => /^\d+[a-z]?(\/\d{4})?[-/]./.test(full))
      .filter(({ full, type }) => fitOfType(type, parsed(full), new Set(), pipeline) === 'differs')
      .map(({ full }) => full);
    expect(differing).toEqual([]);
  });
});

describe('faultOfSymbol', () => {
  it.each([
    ['Thông báo', '372/TB/VP', 'slash-for-hyphen'],
    ['Công văn', '372/STC/VP', 'slash-for-hyphen'],
    ['Kế hoạch', '15/KH-BCĐ138/CP', null],
    ['Chỉ thị', '10/TTg', 'office-holder-alone'],
    ['Văn bản', '3806/BQL', null],
    ['Công văn', '1735/TTg-KTN', null],
    ['Kế hoạch', '33/KH', 'type-alone'],
    ['Văn bản', '33/CT', null],
    ['Nghị quyết', '18/NQ-TW', 'party-form'],
    ['Nghị quyết', '18-NQ-TW', 'party-form'],
    ['Thông báo', '367-TB/TWĐTN-VP', null],
    ['Quyết định', '12/QĐ-', null],
  ])('%s %s: %s', (type, full, fault) => {
    expect(faultOfSymbol(type, parsed(full), pipeline)).toBe(fault);
  });
});

describe('isSharedSymbol', () => {
  it.each([
    ['KH-UBND', true],
    ['UBND-NC', true],
    ['CT/TU', true],
    ['KH-STC', false],
    ['QĐ-TTg', false],
  ])('%s: %s', (symbol, shared) => {
    expect(isSharedSymbol(symbol, pipeline)).toBe(shared);
  });
});

describe('isSameType', () => {
  it.each([
    ['Luật', 'Bộ luật', true],
    ['Văn bản', 'Nghị định', true],
    ['Thông báo kết luận', 'Thông báo', true],
    ['Luật', 'Nghị quyết', false],
    ['Nghị định', 'Nghị quyết', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameType(one, other, pipeline)).toBe(same);
  });
});

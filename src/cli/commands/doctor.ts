import { access, constants, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { Bilingual, Language } from '../../model/bilingual.js';
import { loadPipeline, shippedPipelines } from '../../pipeline/loadPipeline.js';
import { type Verification, verifyMachineEngine } from '../../reading/engine/machineEngine.js';
import { scannedSample } from '../../reading/engine/scannedSample.js';
import { text } from '../texts.js';

export interface Diagnosis {
  readonly name: Bilingual;
  readonly ok: boolean;
  /** What was found; what to do where it is not enough. */
  readonly detail: string;
}

/** Free bytes below which a round is likely to fill the disk. */
const leastFreeBytes = 1_000_000_000;
/** Bytes of memory that one embedded database and one reading thread need. */
const leastMemoryBytes = 1_000_000_000;

const require = createRequire(import.meta.url);

/** Checks all that reading needs on this machine. */
export async function diagnose(dataFolder: string): Promise<readonly Diagnosis[]> {
  return [
    nodeVersion(),
    memory(),
    await model(),
    await canvas(),
    pipelines(),
    await folder(dataFolder),
    await engine(dataFolder),
  ];
}

export function diagnosisLines(diagnoses: readonly Diagnosis[], language: Language): string {
  const width = Math.max(...diagnoses.map(({ name }) => name[language].length));
  return diagnoses
    .map(
      ({ name, ok, detail }) =>
        `${text(ok ? 'ok' : 'lacking', language).padEnd(7)} ${name[language].padEnd(width)}  ${detail}`,
    )
    .join('\n');
}

function nodeVersion(): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return {
    name: { vi: 'Node.js', en: 'Node.js' },
    ok: major > 20 || (major === 20 && minor >= 19),
    detail: `${process.versions.node} (≥ 20.19)`,
  };
}

function memory(): Diagnosis {
  const free = os.totalmem();
  return {
    name: { vi: 'Bộ nhớ', en: 'Memory' },
    ok: free >= leastMemoryBytes,
    detail: `${gigabytes(free)}, ${os.availableParallelism()} CPU`,
  };
}

async function model(): Promise<Diagnosis> {
  const name = { vi: 'Mô hình nhận dạng tiếng Việt', en: 'Vietnamese OCR model' };
  try {
    const file = path.join(
      path.dirname(require.resolve('@tesseract.js-data/vie/package.json')),
      '4.0.0_best_int',
      'vie.traineddata.gz',
    );
    await access(file, constants.R_OK);
    return { name, ok: true, detail: '@tesseract.js-data/vie 4.0.0_best_int' };
  } catch {
    return { name, ok: false, detail: 'npm ci' };
  }
}

/** Two versions of the canvas in one process crash it, so the installed one must be the one pdf.js asks for. */
async function canvas(): Promise<Diagnosis> {
  const name = { vi: 'Bộ dựng trang PDF', en: 'PDF renderer' };
  try {
    const nested = path.join(path.dirname(require.resolve('pdfjs-dist/package.json')), 'node_modules/@napi-rs/canvas');
    const doubled = await access(nested).then(
      () => true,
      () => false,
    );
    const { createCanvas } = await import('@napi-rs/canvas');
    createCanvas(8, 8).getContext('2d').fillRect(0, 0, 8, 8);
    const { version } = JSON.parse(await readFile(require.resolve('@napi-rs/canvas/package.json'), 'utf8')) as {
      version: string;
    };
    return { name, ok: !doubled, detail: doubled ? `${nested}: npm ci` : `@napi-rs/canvas ${version}` };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function pipelines(): Diagnosis {
  const names = shippedPipelines();
  for (const name of names) loadPipeline(name);
  return { name: { vi: 'Quy trình', en: 'Pipelines' }, ok: names.length > 0, detail: names.join(', ') };
}

async function folder(dataFolder: string): Promise<Diagnosis> {
  const name = { vi: 'Thư mục dữ liệu', en: 'Data folder' };
  try {
    await mkdir(dataFolder, { recursive: true });
    const probe = path.join(dataFolder, `.soat-doctor-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
    const { bavail, bsize } = await statfs(dataFolder);
    const free = bavail * bsize;
    return { name, ok: free >= leastFreeBytes, detail: `${path.resolve(dataFolder)} (${gigabytes(free)})` };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The machine's own engine only makes reading faster; without it nothing is lacking. */
async function engine(dataFolder: string): Promise<Diagnosis> {
  const name = { vi: 'Bộ nhận dạng chữ', en: 'OCR engine' };
  try {
    const verification = await verifyMachineEngine(dataFolder, await scannedSample());
    return { name, ok: true, detail: engineDetail(verification) };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function engineDetail(verification: Verification): string {
  const { outcome } = verification;
  if (outcome === 'none') return 'tesseract.js';
  if (outcome === 'too-old') return `tesseract.js (tesseract ${verification.version} < 5)`;
  const { version, agreement } = verification;
  const measured = `tesseract ${version} = tesseract.js: ${(agreement * 100).toFixed(1)} %`;
  return outcome === 'verified' ? `tesseract ${version} (${measured})` : `tesseract.js (${measured})`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '../model/errors.js';
import type { Attachment } from '../model/paper.js';
import { readPipelineReference } from '../model/pipelineReference.js';
import { languageFolder } from '../pipeline/loadLanguage.js';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { loadVocabulary } from '../pipeline/loadVocabulary.js';
import { packageRoot } from '../pipeline/packageRoot.js';
import { type EngineChoice, shippedEngine } from '../reading/engine/EngineChoice.js';
import type { StageKey } from '../store/StageResults.js';
import type { PageCorrection } from './correctReading.js';
import { softwareVersion } from './softwareVersion.js';

/** Keys of one configuration. A result is used again only where its key is the same to the letter. */
export interface StageKeys {
  readonly survey: StageKey;
  readonly read: StageKey;
  /** Of all stages together: documents in work are never shared by processes that differ in it. */
  readonly line: string;
  /** @param pageErrors what became of each page: a page read since makes another document */
  analyse(pageErrors: ReadonlyMap<number, ErrorCode | null>): StageKey;
  /** @param attachments what was handed in with the report: another paper among them makes another analysis */
  match(pageErrors: ReadonlyMap<number, ErrorCode | null>, attachments: readonly Attachment[]): StageKey;
  /** Of the analysis of what people read, beside what was handed in with it. */
  correct(
    pageErrors: ReadonlyMap<number, ErrorCode | null>,
    attachments: readonly Attachment[],
    corrections: readonly PageCorrection[],
  ): StageKey;
}

/** Folders of src/ whose code makes a stage's result. */
const rooms = {
  survey: ['reading'],
  read: ['reading'],
  analyse: ['model', 'text', 'structure', 'extraction', 'rules', 'pipeline', 'audit'],
} as const;

/** Packages whose release can change what a page says. */
const readers = [
  'pdfjs-dist',
  '@napi-rs/canvas',
  'sharp',
  'saxes',
  'tesseract.js',
  'tesseract.js-core',
  '@tesseract.js-data/vie',
];

/**
 * The keys for a pipeline's reference; null: chosen by each report's year, so that all shipped ones count.
 * A stage's version is a hash of its code: a result of older code is never taken for one of today's, and nobody has to
 * remember to count up.
 * @throws SoatError `pipeline-not-found`, `pipeline-invalid`
 */
export function stageKeys(pipeline: string | null, engine: EngineChoice = shippedEngine): StageKeys {
  const { name, thresholds } = readPipelineReference(pipeline);
  const rubric = [name === null ? filesUnder(path.join(packageRoot, 'pipelines')) : contentOf(name), thresholds];
  const packages = [readers.map(versionOf), filesUnder(languageFolder), loadVocabulary().scores.units];
  const reading = hash(packages);
  const survey = { stage: 'survey', version: codeVersion(rooms.survey), dependencies: reading };
  const read = { stage: 'read', version: codeVersion(rooms.read), dependencies: hash([packages, nameOf(engine)]) };
  const analyse = { stage: 'analyse', version: codeVersion(rooms.analyse) };
  const analysed = [softwareVersion, rubric, survey, read];
  return {
    survey,
    read,
    line: hash([...analysed, analyse]).slice(0, 12),
    analyse: (pageErrors) => ({ ...analyse, dependencies: hash([...analysed, sorted(pageErrors)]) }),
    match: (pageErrors, attachments) => ({
      ...analyse,
      stage: 'match',
      dependencies: hash([...analysed, sorted(pageErrors), attachments]),
    }),
    correct: (pageErrors, attachments, corrections) => ({
      ...analyse,
      stage: 'correct',
      dependencies: hash([
        ...analysed,
        sorted(pageErrors),
        attachments,
        corrections.map(({ page, box, read, corrected }) => [page, box, read, corrected]),
      ]),
    }),
  };
}

/** `stageKeys` of one engine, computed once in a process: the code and the data of a running process do not change. */
export function keysWith(engine: EngineChoice): (pipeline: string | null) => StageKeys {
  const known = new Map<string | null, StageKeys>();
  return (pipeline) => {
    const keys = known.get(pipeline) ?? stageKeys(pipeline, engine);
    known.set(pipeline, keys);
    return keys;
  };
}

/** Keys of what the shipped engine reads. */
export const keysOf = keysWith(shippedEngine);

/** Where its model lies is no matter: the folder may move. */
function nameOf(engine: EngineChoice): string {
  return engine.name === 'tesseract' ? `${engine.name}@${engine.version}` : engine.name;
}

function contentOf(pipelineName: string): unknown {
  const { pipeline, registry } = loadPipeline(pipelineName);
  return [pipeline, [...registry.byFull]];
}

function sorted(pageErrors: ReadonlyMap<number, ErrorCode | null>): unknown {
  return [...pageErrors].sort(([left], [right]) => left - right);
}

const require = createRequire(import.meta.url);

function versionOf(name: string): string {
  // Not by `require.resolve`: some packages do not export their package.json.
  const file = (require.resolve.paths(name) ?? [])
    .map((folder) => path.join(folder, name, 'package.json'))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`package ${name} is not installed`);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return `${name}@${version}`;
}

function codeVersion(folders: readonly string[]): string {
  const code = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const isCode = (name: string) => /\.[jt]s$/.test(name) && !/\.(d|test)\.[jt]s$/.test(name);
  return hash(folders.map((folder) => filesUnder(path.join(code, folder), isCode)));
}

function filesUnder(folder: string, wanted: (name: string) => boolean = () => true): unknown {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]);
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}

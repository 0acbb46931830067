import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SoatError } from '../model/errors.js';
import { type Pipeline, type PipelineFile, pipelineSchema } from '../model/pipeline.js';
import { readPipelineReference } from '../model/pipelineReference.js';
import { type KnownDocument, type Registry, registryKey } from '../model/registry.js';
import { adjusted } from '../model/thresholds.js';
import { loadVocabulary } from './loadVocabulary.js';
import { packageRoot } from './packageRoot.js';
import { readYaml } from './readYaml.js';

const shipped = path.join(packageRoot, 'pipelines');
const registerSchema = z.array(
  z.object({
    full: z.string(),
    type: z.string(),
    date: z.string(),
    issuer: z.string(),
    title: z.string(),
    source: z.string(),
  }),
);

/** A pipeline with the documents it knows. */
export interface LoadedPipeline {
  readonly pipeline: Pipeline;
  readonly registry: Registry;
}

/**
 * Loads a pipeline by name (`pctn-2023`) or by file.
 * @throws SoatError `pipeline-not-found` or `pipeline-invalid`
 */
export function loadPipeline(nameOrFile: string): LoadedPipeline {
  return load(fileOf(nameOrFile), true);
}

/**
 * Loads what a reference names (`pipelineReference`) with the thresholds that it sets.
 * @param yearOf where it names none: the year of the report, or of the round
 * @throws SoatError `pipeline-not-found` or `pipeline-invalid`
 */
export function loadReferredPipeline(reference: string | null, yearOf: () => number | null): LoadedPipeline {
  const { name, thresholds: own } = readPipelineReference(reference);
  const { pipeline, registry } = name === null ? loadPipelineForYear(yearOf()) : loadPipeline(name);
  return { pipeline: { ...pipeline, thresholds: adjusted(pipeline.thresholds, own) }, registry };
}

/**
 * Chooses the shipped pipeline of a report's year, else the nearest earlier one (whose rubric then does not fit),
 * else the earliest. A report without a year gets the latest, and its rubric is taken to fit.
 */
export function loadPipelineForYear(year: number | null): LoadedPipeline {
  const years = shippedYears();
  const latest = years.at(-1);
  if (latest === undefined) throw new SoatError('pipeline-not-found', shipped);
  if (year === null) return load(latest.file, true);
  const chosen = years.filter((one) => one.year <= year).at(-1) ?? years[0] ?? latest;
  return load(chosen.file, chosen.year === year);
}

/** Names of the shipped pipelines, oldest first. */
export function shippedPipelines(): readonly string[] {
  return shippedYears().map(({ file }) => path.basename(file, '.yaml'));
}

function shippedYears(): { year: number; file: string }[] {
  return readdirSync(shipped)
    .flatMap((name) => {
      const year = /^pctn-(\d{4})\.yaml$/.exec(name)?.[1];
      return year === undefined ? [] : [{ year: Number(year), file: path.join(shipped, name) }];
    })
    .sort((left, right) => left.year - right.year);
}

function fileOf(nameOrFile: string): string {
  const named = path.join(shipped, `${nameOrFile}.yaml`);
  if (!nameOrFile.includes('/') && !nameOrFile.includes('\\') && existsSync(named)) return named;
  return path.resolve(nameOrFile);
}

const loaded = new Map<string, { file: PipelineFile; registry: Registry }>();

function load(file: string, rubricFits: boolean): LoadedPipeline {
  let entry = loaded.get(file);
  if (entry === undefined) {
    const content = readYaml(file, pipelineSchema);
    entry = { file: content, registry: readRegisters(file, content.registers) };
    loaded.set(file, entry);
  }
  return { pipeline: { ...entry.file, vocabulary: loadVocabulary(), rubricFits }, registry: entry.registry };
}

function readRegisters(pipelineFile: string, names: readonly string[]): Registry {
  const byFull = new Map<string, KnownDocument[]>();
  for (const name of names) {
    for (const document of readRegister(registerFile(pipelineFile, name))) {
      const key = registryKey(document.full);
      byFull.set(key, [...(byFull.get(key) ?? []), document]);
    }
  }
  return { byFull };
}

/** Beside the pipeline file, else as shipped: a copied pipeline keeps the registers it names. */
function registerFile(pipelineFile: string, name: string): string {
  const beside = path.resolve(path.dirname(pipelineFile), name);
  return existsSync(beside) ? beside : path.resolve(shipped, name);
}

function readRegister(file: string): readonly KnownDocument[] {
  try {
    return registerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SoatError('pipeline-invalid', `${path.basename(file)}: ${reason}`, { cause });
  }
}

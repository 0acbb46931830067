import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { absenceTreatmentOf, ancestorsOf, type Criterion, criteriaOf } from '../model/pipeline.js';
import { registryKey } from '../model/registry.js';
import { loadPipeline, loadPipelineForYear, shippedPipelines } from './loadPipeline.js';
import { packageRoot } from './packageRoot.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-pipeline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A third pipeline: the one of 2023 with its text changed, beside copies of nothing else. */
async function changed(change: (yaml: string) => string): Promise<string> {
  const yaml = await readFile(path.join(packageRoot, 'pipelines', 'pctn-2023.yaml'), 'utf8');
  const registers = path.join(packageRoot, 'pipelines', 'registers').replaceAll('\\', '/');
  const file = path.join(folder, 'mine.yaml');
  await writeFile(file, change(yaml.replaceAll('- registers/', `- ${registers}/`)));
  return file;
}

describe.each(shippedPipelines())('the shipped pipeline %s', (name) => {
  const { pipeline } = loadPipeline(name);
  const nodes = criteriaOf(pipeline);

  it('has parts that add up to its total, and children that never exceed their parent', () => {
    const sum = (criteria: readonly Criterion[]) => criteria.reduce((total, node) => total + (node.max ?? 0), 0);
    expect(sum(pipeline.rubric.criteria)).toBe(pipeline.rubric.total);
    for (const node of nodes) {
      if (node.max !== null) expect(sum(node.children), node.id).toBeLessThanOrEqual(node.max);
    }
  });

  it('names every criterion once, below its parent', () => {
    expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
    for (const node of nodes) for (const child of node.children) expect(ancestorsOf(child.id)[0]).toBe(node.id);
  });
});

describe('loadPipelineForYear', () => {
  it.each([
    [2023, 'pctn-2023', true],
    [2022, 'pctn-2022', true],
    [2025, 'pctn-2023', false],
    [2019, 'pctn-2022', false],
    [null, 'pctn-2023', true],
  ])('gives a report of %s the pipeline %s; its rubric fits: %s', (year, name, fits) => {
    const { pipeline } = loadPipelineForYear(year);
    expect([pipeline.name, pipeline.rubricFits]).toEqual([name, fits]);
  });
});

describe('loadPipeline', () => {
  it('takes a third rubric from a file alone', async () => {
    const file = await changed((yaml) =>
      yaml.replace('name: pctn-2023', 'name: so-nganh').replace('total: 100', 'total: 92'),
    );
    const { pipeline, registry } = loadPipeline(file);
    expect([pipeline.name, pipeline.rubric.total]).toEqual(['so-nganh', 92]);
    expect(registry.byFull.get(registryKey('36/2018/QH14'))?.[0]?.date).toBe('2018-11-20');
  });

  it.each([
    ['a wrong value', (yaml: string) => yaml.replace('filingDays: 120', 'filingDays: soon'), 'filingDays'],
    [
      'a field that nobody knows',
      (yaml: string) => yaml.replace('filingDays: 120', 'filingDays: 120\n  colour: red'),
      'period',
    ],
    ['a criterion without a name', (yaml: string) => yaml.replace(/ {6}name: .*\n/, ''), 'rubric.criteria'],
    ['broken YAML', (yaml: string) => yaml.replace('filingDays: 120', 'filingDays: [120'), ''],
  ])('names the line of %s', async (_case, change, field) => {
    const file = await changed(change);
    expect(() => loadPipeline(file)).toThrow(expect.objectContaining({ code: 'pipeline-invalid' }));
    expect(() => loadPipeline(file)).toThrow(new RegExp(`mine\\.yaml:\\d+: .*${field}`));
  });

  it('says that a pipeline does not exist', () => {
    expect(() => loadPipeline('pctn-1990')).toThrow(expect.objectContaining({ code: 'pipeline-not-found' }));
  });
});

describe('absenceTreatmentOf', () => {
  it('is inherited from the nearest ancestor that states one, else unknown', async () => {
    const file = await changed((yaml) =>
      yaml.replace('id: C\n', 'id: C\n      # told by the guidance\n').replace('absence: unknown', 'absence: zero'),
    );
    const { pipeline } = loadPipeline(file);
    expect(['C.1', 'C', 'D.2', 'A.1'].map((id) => absenceTreatmentOf(pipeline, id))).toEqual([
      'zero',
      'zero',
      'unknown',
      'unknown',
    ]);
  });
});

#!/usr/bin/env node
// Compares a made round of sixty agencies and scores each rule against what was planted: node bench/round.mjs [--seed S] [--rounds N] [--verbose]
// Exit status: 0 precision and recall of every rule ≥ 0.97 · 1 below · 2 not built.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const built = (file) => pathToFileURL(path.join(root, 'dist', file)).href;
if (!existsSync(path.join(root, 'dist/fixtures/make/round/makeRound.js'))) {
  process.stderr.write('Build first: npm run build && npx tsc -p fixtures/make/tsconfig.json\n');
  process.exit(2);
}
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'vong' },
    rounds: { type: 'string', default: '3' },
    verbose: { type: 'boolean', default: false },
  },
});
const { makeRound } = await import(built('fixtures/make/round/makeRound.js'));
const { ReportComparison } = await import(built('src/audit/ReportComparison.js'));
const { matchAgencies } = await import(built('src/audit/matchAgencies.js'));
const { extractFacts } = await import(built('src/extraction/extractFacts.js'));
const { loadPipeline, loadPipelineForYear } = await import(built('src/pipeline/loadPipeline.js'));
const { comparableOf } = await import(built('src/rules/shared/round/comparableOf.js'));
const { plainText } = await import(built('src/text/plainText.js'));
const { roundRules } = await import(built('src/rules/index.js'));

const least = 0.97;
const year = 2023;
const { pipeline } = loadPipeline('pctn-2023');

/** A made report read as the audit reads its text. */
function read({ file, agency, text, attachments }, ofYear) {
  const { pipeline, registry } = loadPipelineForYear(ofYear);
  const document = plainText(text, pipeline.vocabulary.text);
  const pages = [{ number: 1, readable: true, origin: 'text', confidence: 1, unread: [] }];
  const facts = extractFacts({ text: document, pages, signatures: [] }, pipeline);
  const comparable = comparableOf({ facts, pipeline, registry, attachments: [] });
  const given = attachments.map((one) => ({ ...one, date: null }));
  return {
    file,
    sha256: file,
    folder: file.split('/')[0],
    agency: agency.name,
    attachments: given,
    comparable,
    identity: comparable.identity,
    readable: true,
  };
}

async function flagsOf(round) {
  const list = round.list.map(({ name, abbreviation, superior }) => ({
    name,
    abbreviation,
    superior,
    kind: null,
    otherNames: [],
    files: [],
  }));
  const match = (reports) =>
    matchAgencies(reports, { list, year, filedBy: null, vocabulary: pipeline.vocabulary.round });
  const reports = round.reports.map((report) => read(report, year));
  const earlier = round.earlier.map((report) => read(report, year - 1));
  const { agencies, agencyOf } = match(reports);
  const before = match(earlier).agencyOf;
  const placed = (some, owners) =>
    async function* () {
      for (const { file, comparable, attachments } of some)
        yield { ...comparable, ...owners.get(file), file, attachments };
    };
  const ofYear = reports.filter(({ identity }) => identity.year === null || identity.year === year);
  const sources = [placed(earlier, before), placed(ofYear, agencyOf)];
  const comparison = new ReportComparison(pipeline);
  await comparison.addEarlier(sources[0]());
  await comparison.add(sources[1]());
  const { flags } = await comparison.told({ year, agencies }, sources);
  return flags
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ rule, subject, agency }) => `${rule} ${subject} @ ${agency}`);
}

const scores = new Map(roundRules.map(({ id }) => [id, { hit: 0, missed: 0, extra: 0 }]));
for (let turn = 0; turn < Number(values.rounds); turn++) {
  const round = makeRound(`${values.seed}-${turn}`);
  const truth = new Set(round.truth);
  const found = new Set(await flagsOf(round));
  for (const one of truth) scores.get(one.split(' ')[0])[found.has(one) ? 'hit' : 'missed']++;
  for (const one of found) if (!truth.has(one)) scores.get(one.split(' ')[0]).extra++;
  if (values.verbose) {
    for (const one of truth) if (!found.has(one)) console.log(`missed  ${one}`);
    for (const one of found) if (!truth.has(one)) console.log(`extra   ${one}`);
  }
}
let met = true;
for (const [rule, { hit, missed, extra }] of scores) {
  const [precision, recall] = [hit / (hit + extra), hit / (hit + missed)];
  if (!(precision >= least && recall >= least)) met = false;
  console.log(
    `${rule.padEnd(30)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  (${hit + missed} planted, ${hit + extra} found)`,
  );
}
console.log(met ? 'All thresholds met.' : `Below ${least}.`);
process.exitCode = met ? 0 : 1;

#!/usr/bin/env node
// Gives every pattern of text, structure, extraction and rules input made to slow it: node bench/patterns.mjs [--kilobytes 100] [--most 100]
// Patterns are the literals of the built program and those it makes while it reads a report. The input of each is made of what the pattern itself
// asks for: its characters and words, over and over, and nearly matched. Tells the slowest. Exit status: 0 each within the bound (ms) · 1 not · 2 not built.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import ts from 'typescript';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
if (!existsSync(path.join(dist, 'fixtures/make/round/makeRound.js'))) {
  process.stderr.write('Build first: npm run build && npx tsc -p fixtures/make/tsconfig.json\n');
  process.exit(2);
}
const { values } = parseArgs({
  options: { kilobytes: { type: 'string', default: '100' }, most: { type: 'string', default: '100' } },
});
const length = Number(values.kilobytes) * 1000;
const most = Number(values.most);
/** Of src/text/sentences.ts. */
const longestSentence = 10_000;
/** A pattern that takes longer is stopped: what it would take is not waited for. */
const patience = 3000;
const rooms = ['text', 'structure', 'extraction', 'rules'];

/** Pattern to where it stands. */
const patterns = new Map();
const keep = (source, flags, place) => {
  const key = `/${source}/${flags.replace(/[gy]/g, '')}`;
  if (!patterns.has(key)) patterns.set(key, { source, flags: `${flags.replace(/[gy]/g, '')}g`, place });
};

for (const room of rooms) {
  const folder = path.join(dist, 'src', room);
  for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'))) {
    const where = `${room}/${file}`;
    const tree = ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.ES2022);
    const visit = (node) => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, source, flags] = /^\/(.*)\/([a-z]*)$/su.exec(node.text);
        keep(source, flags, where);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
}

const Plain = globalThis.RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, [source, flags = '']) {
    const made = new target(source, flags);
    const caller = /dist\/src\/((?:text|structure|extraction|rules)\/[^\s:)]+)/.exec(new Error().stack ?? '')?.[1];
    if (caller !== undefined) keep(made.source, made.flags, caller);
    return made;
  },
});
const built = (file) => import(pathToFileURL(path.join(dist, file)).href);
const { makeRound } = await built('fixtures/make/round/makeRound.js');
const { extractFacts } = await built('src/extraction/extractFacts.js');
const { loadPipeline } = await built('src/pipeline/loadPipeline.js');
const { evaluateRules } = await built('src/rules/evaluateRules.js');
const { plainText } = await built('src/text/plainText.js');
const { pipeline, registry } = loadPipeline('pctn-2023');
for (const { text } of makeRound('toc-do').reports.slice(0, 12)) {
  const document = plainText(text, pipeline.vocabulary.text);
  const pages = [{ number: 1, readable: true, origin: 'text', confidence: 1, unread: [] }];
  evaluateRules({
    facts: extractFacts({ text: document, pages, signatures: [] }, pipeline),
    pipeline,
    registry,
    attachments: [],
  });
}
globalThis.RegExp = Plain;

const characters = [
  ' ',
  '\n',
  'a',
  'A',
  '1',
  '.',
  '-',
  '/',
  ',',
  '(',
  ':',
  'đ',
  '1.',
  'a ',
  '1 ',
  'A.',
  '1/',
  '(a',
  ' ,',
  '01-',
  'ab. ',
  'Ab ',
  '12,5 ',
];

/** What a pattern asks for: its words and signs, the alternatives of its groups, each over and over, and pairs of them. */
function hostileTo({ source, place }) {
  const plain = source
    .replace(/\\[pP]\{[^}]*\}/gu, 'a')
    .replace(/\\d/g, '1')
    .replace(/\\s/g, ' ')
    .replace(/\\[bBwWDS]/g, 'a');
  const words = [...new Set(plain.match(/[\p{L}\d][\p{L}\d ]*|[^\p{L}\d\s\\()[\]{}|?*+^$]/gu) ?? [])].slice(0, 12);
  const pieces = [
    ...characters,
    ...words,
    ...words.map((word) => `${word} `),
    ...words.slice(0, 4).flatMap((one) => words.slice(0, 4).map((other) => `${one} ${other} `)),
  ];
  const texts = pieces.map((piece) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
  // Text composed of pages holds no two white spaces in a row, and figures are sought in sentences; what `soat cite` is given may hold anything.
  if (place.startsWith('text/') || place.startsWith('extraction/citations/')) return texts;
  const longest = place.startsWith('extraction/figures/') ? longestSentence : length;
  return texts.map((text) => text.replace(/\s+/gu, (space) => space[0]).slice(0, longest));
}

/** Milliseconds of the slowest input; `patience` where it was stopped. */
function slowest(pattern) {
  const script = new vm.Script(
    'let worst = [0, ""]; for (const text of inputs) { const start = now(); let found = 0; for (const _ of text.matchAll(pattern)) found++; const took = now() - start; if (took > worst[0]) worst = [took, text.slice(0, 12)]; } worst',
  );
  const inputs = hostileTo(pattern);
  try {
    return script.runInNewContext(
      { inputs, pattern: new Plain(pattern.source, pattern.flags), now: () => performance.now() },
      { timeout: patience * 2 },
    );
  } catch {
    return [patience, '(stopped)'];
  }
}

const results = [...patterns.values()].map((pattern) => ({ ...pattern, worst: slowest(pattern) }));
const slow = results.filter(({ worst }) => worst[0] > most).sort((one, other) => other.worst[0] - one.worst[0]);
for (const { source, place, worst } of slow)
  process.stdout.write(
    `${worst[0].toFixed(0).padStart(6)} ms  ${place}  /${source.slice(0, 90)}/  on ${JSON.stringify(worst[1])}\n`,
  );
process.stdout.write(`${results.length} patterns, ${slow.length} slower than ${most} ms on ${values.kilobytes} kB\n`);
process.exit(slow.length > 0 ? 1 : 0);

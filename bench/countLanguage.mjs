#!/usr/bin/env node
// Counts words and pairs of words of administrative Vietnamese: node bench/countLanguage.mjs [--shared DIR] [--out FILE].
// Reads legal texts and the brief of the domain, never a labelled page or report, and leaves every line out that shares eight words in a row
// with a transcribed page, so that reading is not measured on what it was taught, or is not Vietnamese. Writes pipelines/language/vi.txt: counts, no sentences.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    shared: { type: 'string', default: path.resolve(root, '../shared') },
    out: { type: 'string', default: path.join(root, 'pipelines/language/vi.txt') },
  },
});
const folders = ['real/text', 'domain'].map((name) => path.join(values.shared, name));
const built = path.join(root, 'dist/src/reading/prose');
if (!existsSync(built) || !folders.every((folder) => existsSync(folder))) {
  process.stderr.write(`Build first (npm run build), and have ${folders.join(' and ')}.\n`);
  process.exit(2);
}
const { goesOn, proseToken } = await import(path.join(built, 'proseToken.js'));
const { phraseStart } = await import(path.join(built, 'LanguageModel.js'));
const { judgeText } = await import(path.join(root, 'dist/src/reading/layer/judgeText.js'));

/** The pages of one law portal repeat their menus: a line counts once. Shorter lines are menus themselves. */
const shortestLine = 12;

function stringsIn(value) {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

function linesOf(file) {
  const text = readFileSync(file, 'utf8');
  const lines = file.endsWith('.json') ? stringsIn(JSON.parse(text)) : text.replace(/[*|]/g, ' ').split('\n');
  return lines.map((line) => line.normalize('NFC').trim()).filter((line) => line.length >= shortestLine);
}

/** Words in a row that two texts do not share by chance. */
const run = 8;
const runsIn = (text) => {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(run - 1).map((_word, at) => words.slice(at, at + run).join(' '));
};
const transcripts = ['real/pages', 'seed/pages'].map((name) => path.join(values.shared, name)).filter(existsSync);
const measured = new Set(
  transcripts.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => runsIn(readFileSync(path.join(folder, name), 'utf8'))),
  ),
);
const isMeasured = (line) => runsIn(line).some((words) => measured.has(words));

const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md|json)$/.test(name) && name !== 'sources.json')
    .sort()
    .map((name) => path.join(folder, name)),
);
const words = new Map();
const pairs = new Map();
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
const all = [...new Set(files.flatMap(linesOf))];
/** Notes beside the texts are in other languages. */
const leastVietnamese = 0.8;
const isVietnamese = (line) => judgeText(line.split(/\s+/)).valid >= leastVietnamese;
const kept = all.filter((line) => isVietnamese(line) && !isMeasured(line));
for (const line of kept) {
  let last = null;
  for (const token of line.split(/\s+/).map(proseToken)) {
    if (token !== null) {
      const before = last !== null && goesOn(last, token) ? last.key : phraseStart;
      if (before === phraseStart) count(words, phraseStart);
      count(words, token.key);
      if (!pairs.has(before)) pairs.set(before, new Map());
      count(pairs.get(before), token.key);
    }
    last = token;
  }
}

const byCount = ([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1);
const lines = [...words].sort(byCount).map(([word, often]) => {
  const followers = [...(pairs.get(word) ?? [])].sort(byCount).map(([other, times]) => `${other} ${times}`);
  return [word, often, ...followers].join(' ');
});
mkdirSync(path.dirname(values.out), { recursive: true });
writeFileSync(
  values.out,
  `// Words of Vietnamese legal texts: word, its count, then each word after it with the count of the pair. Made by bench/countLanguage.mjs.\n${lines.join('\n')}\n`,
);
process.stdout.write(
  `${files.length} texts, ${all.length - kept.length} of ${all.length} lines left out, ${words.size} words, ${lines.join('\n').length >> 10} KB\n`,
);

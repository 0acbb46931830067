// What a labelled set holds, item by item, each with the form it belongs to, and which of them a run got wrong.
// Both come from the scorers' own lists of misses: what an empty output misses is all that the set holds.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Item
 * @property {string} form what is counted together: `citations: Party number, with số, date in digits`, `flags: score/total-mismatch`
 * @property {string} text the item in the scorer's words, to print; never recorded
 * @property {boolean} right
 * @property {boolean} labelled false where the run invented it
 */

/**
 * The items of a folder of reports, by id.
 * @param {string} folder holds NAME.truth.json
 * @param {string} missedByNothing the scorer's --verbose for an output without documents
 * @param {string} missed the same for this run
 * @returns {Map<string, Item>}
 */
export function itemsOfReports(folder, missedByNothing, missed) {
  const truths = new Map();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.truth.json'))) {
    const truth = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    truths.set(truth.file, truth);
  }
  const wrong = linesOf(missed);
  const isMissed = new Set(wrong.filter(({ list }) => list === 'missed').map(textOf));
  const labelled = linesOf(missedByNothing).map((line) => {
    const form = `${line.kind}: ${formInReport(line, truths.get(line.file))}`;
    return { form, text: textOf(line), right: !isMissed.has(textOf(line)), labelled: true };
  });
  const invented = wrong
    .filter(({ list }) => list === 'extra')
    .map((line) => ({
      form: `${line.kind}: ${formInvented(line)}`,
      text: textOf(line),
      right: false,
      labelled: false,
    }));
  return byId([...labelled, ...invented]);
}

/** `  FILE: KEY` below `KIND: missed` or `KIND: extra`. */
function linesOf(verbose) {
  const lines = [];
  let [kind, list] = ['', ''];
  for (const line of verbose.split('\n')) {
    const heading = /^(\w+): (missed|extra)$/.exec(line);
    const entry = /^ {2}(.+?): (.+)$/.exec(line);
    if (heading) [, kind, list] = heading;
    else if (kind && entry) lines.push({ kind, list, file: entry[1], key: entry[2] });
  }
  return lines;
}

const textOf = ({ kind, file, key }) => `${kind} ${file}: ${key}`;

function formInReport({ kind, key }, truth) {
  switch (kind) {
    case 'citations':
    case 'dated': {
      const [full] = key.split('@');
      return citationForm(truth.citations.find((citation) => fold(citation.full) === full));
    }
    case 'scores':
      return `${truth.layout}, ${/[.]\d+\//.test(key) ? 'fractional' : 'whole'} points`;
    case 'sections':
      return `level ${key.split('/').length}`;
    case 'identity':
      return key.split('=')[0];
    default:
      return ruleOf(key);
  }
}

const formInvented = ({ kind, key }) => (kind === 'flags' || kind === 'info' ? ruleOf(key) : 'invented');
const ruleOf = (key) => key.split(' ')[0];
const fold = (text) => text.normalize('NFC').replace(/\s+/g, '').toUpperCase();

/**
 * The items of the labelled passages, by id: each citation (its number and span), its date, each hard negative.
 * @param {string} gold JSON lines
 * @param {string} missed the citation scorer's --verbose
 * @returns {Map<string, Item>}
 */
export function itemsOfPassages(gold, missed) {
  const told = missed
    .split('\n')
    .map((line) => /^(?<what>missed|span|date|extra|negative) (?<id>\w+): (?<words>.*)$/.exec(line)?.groups)
    .filter((note) => note !== undefined);
  const says = (what, id, start) =>
    told.some((note) => note.what === what && note.id === id && note.words.startsWith(start));
  const labelled = gold
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .flatMap(({ id, citations }) => {
      if (citations.length === 0) {
        return [{ form: 'hard negatives', text: `negative ${id}`, right: !says('negative', id, ''), labelled: true }];
      }
      return citations.flatMap((citation, index) => {
        const form = citationForm({ ...citation, text: citation.span_text });
        // A note of more than one line is told by its first.
        const [start] = citation.span_text.split('\n');
        const isFound = !says('missed', id, start);
        const isWhole = isFound && !says('span', id, `«${start}`);
        const isDated = isFound && !says('date', id, `${citation.full} `);
        return [
          { form: `citations: ${form}`, text: `citation ${index + 1} of ${id}`, right: isWhole, labelled: true },
          { form: `dates: ${form}`, text: `date ${index + 1} of ${id}`, right: isDated, labelled: true },
        ];
      });
    });
  const invented = told
    .filter(({ what }) => what === 'extra')
    .map(({ id, words }) => ({ form: 'citations: invented', text: `${id}: ${words}`, right: false, labelled: false }));
  return byId([...labelled, ...invented]);
}

/** How number and date of a citation are printed. */
function citationForm({ text, full, date, date_link: link = 'adjacent' }) {
  return [numberForm(full), /số/iu.test(text) ? 'with số' : 'without số', dateForm(text, date, link)].join(', ');
}

function numberForm(full) {
  if (/^\d+[a-z]?-/iu.test(full)) return 'Party number';
  if (!full.includes('/')) return 'number alone';
  return /\/\d{4}\//.test(full) ? 'number with year' : 'number';
}

function dateForm(text, date, link) {
  if (date === null) return 'undated';
  if (link !== null && link !== 'adjacent') return `${link} date`;
  return /tháng/iu.test(text) ? 'date in words' : 'date in digits';
}

/** An id tells nothing of what it stands for: the record lies in the repository, the sets do not. */
function byId(items) {
  return new Map(items.map((item) => [createHash('sha256').update(item.text).digest('hex').slice(0, 10), item]));
}

// The last recorded evaluation, and what a run gained and lost against it, form by form.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Per set and form: how many items were right, and the ids of the wrong ones (missed or invented). */
const recordFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'eval-record.json');

/** @returns {Record<string, Record<string, {right: number, wrong: string[]}>>} */
export function readRecord() {
  return existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : {};
}

/** Sets that did not run keep what was recorded of them. */
export function writeRecord(record, ran) {
  const sets = { ...record, ...Object.fromEntries([...ran].map(([name, items]) => [name, tally(items)])) };
  writeFileSync(recordFile, `${JSON.stringify(sortKeys(sets), null, 2)}\n`);
}

const sortKeys = (object) =>
  Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)));

/** @param {Map<string, import('./evalForms.mjs').Item>} items */
function tally(items) {
  const forms = {};
  for (const [id, { form, right }] of items) {
    forms[form] ??= { right: 0, wrong: [] };
    if (right) forms[form].right += 1;
    else forms[form].wrong.push(id);
  }
  for (const { wrong } of Object.values(forms)) wrong.sort();
  return sortKeys(forms);
}

/**
 * What differs from the record, as lines to print.
 * @param {Record<string, {right: number, wrong: string[]}> | undefined} recorded
 * @param {Map<string, import('./evalForms.mjs').Item>} items
 */
export function compareWithRecord(recorded, items) {
  if (recorded === undefined) return ['Not recorded yet: nothing to compare with (--record).'];
  const now = tally(items);
  const forms = [...new Set([...Object.keys(recorded), ...Object.keys(now)])].sort();
  const lines = forms.flatMap((form) => {
    const [before, after] = [recorded[form], now[form]].map((one) => one ?? { right: 0, wrong: [] });
    const gained = before.wrong.filter((id) => !after.wrong.includes(id));
    const lost = after.wrong.filter((id) => !before.wrong.includes(id));
    if (gained.length === 0 && lost.length === 0) return [];
    const figures = [before, after].map(({ right, wrong }) => `${right} right, ${wrong.length} wrong`);
    return [
      `  ${form}: ${figures.join(' → ')}`,
      ...gained.map((id) => `    + ${items.get(id)?.text ?? 'no longer invented'}`),
      ...lost.map((id) => `    - ${items.get(id)?.labelled ? '' : 'invented: '}${items.get(id)?.text}`),
    ];
  });
  return lines.length === 0 ? ['As recorded: nothing gained, nothing lost.'] : ['Against the record:', ...lines];
}

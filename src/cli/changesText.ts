import type { Language } from '../model/bilingual.js';
import type { FlagChanges, FlagTrace } from '../model/flagChanges.js';
import { text } from './texts.js';

/** `So với lần chạy trước: 1 mới (citation/incomplete 12/KH-X) · 5 giữ nguyên · 0 không còn`. */
export function changesText({ new: added, unchanged, gone }: FlagChanges, language: Language): string {
  const parts = [
    `${added.length} ${text('newFlags', language)}${namesOf(added)}`,
    `${unchanged.length} ${text('unchangedFlags', language)}`,
    `${gone.length} ${text('goneFlags', language)}${namesOf(gone)}`,
  ];
  return `${text('sinceLast', language)}: ${parts.join(' · ')}`;
}

function namesOf(flags: readonly FlagTrace[]): string {
  return flags.length === 0 ? '' : ` (${flags.map(({ rule, subject }) => `${rule} ${subject}`).join('; ')})`;
}

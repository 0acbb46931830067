import type { Pipeline } from '../../model/pipeline.js';
import { fold } from '../../text/fold.js';

/** An agency's name for comparing: folded, with what practice abbreviates in its short form (`UBND`). */
export function shortName(name: string, { vocabulary }: Pipeline): string {
  return vocabulary.identity.shortForms.reduce(
    (text, { full, short }) => text.replaceAll(fold(full), fold(short)),
    fold(name),
  );
}

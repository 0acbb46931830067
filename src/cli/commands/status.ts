import type { SoatBatch } from '../../model/batch.js';
import type { Language } from '../../model/bilingual.js';
import { type ErrorCode, errorKinds, SoatError } from '../../model/errors.js';
import type { Status } from '../../server/control/Control.js';
import { withControl } from '../../server/control/withControl.js';
import type { Deployment } from '../../store/Deployment.js';
import { findLastRound } from '../../store/lastRound.js';
import { clock } from '../progress.js';
import { text } from '../texts.js';

/** What `soat status --json` prints. */
export interface WholeStatus extends Status {
  /** The last `soat audit` in this data folder; null where none is kept. */
  readonly lastAudit: Pick<SoatBatch, 'startedAt' | 'finishedAt' | 'counts' | 'failures'> | null;
}

/** `soat status`: what waits, what is read and how fast, what failed and why. */
export async function readStatus(deployment: Deployment): Promise<WholeStatus> {
  const status = await withControl(deployment, (control) => control.status());
  return { ...status, lastAudit: await lastAudit(deployment.dataFolder) };
}

async function lastAudit(dataFolder: string): Promise<WholeStatus['lastAudit']> {
  try {
    const { startedAt, finishedAt, counts, failures } = (await findLastRound(dataFolder)).batch;
    return { startedAt, finishedAt, counts, failures };
  } catch (error) {
    if (error instanceof SoatError && error.code === 'nothing-to-export') return null;
    throw error;
  }
}

export function statusText(status: WholeStatus, language: Language): string {
  const lines = [queueLine(status, language)];
  if (status.queue.stopped !== null) lines.push(`${text('standsStill', language)}: ${status.queue.stopped[language]}`);
  if (status.rounds.length === 0) lines.push(text('noRounds', language));
  for (const round of status.rounds) lines.push(...roundLines(round, language));
  if (status.lastAudit !== null) lines.push(...auditLines(status.lastAudit, language));
  return lines.join('\n');
}

/** `Hàng đợi: 12 việc chờ · 2 đang làm · chờ lâu nhất 4:23 · 35 trang/phút`. */
function queueLine({ queue, pagesPerMinute }: Status, language: Language): string {
  const parts = [
    `${queue.waiting} ${text('jobsWaiting', language)}`,
    `${queue.active} ${text('jobsActive', language)}`,
  ];
  if (queue.oldestSeconds !== null) parts.push(`${text('oldest', language)} ${clock(queue.oldestSeconds)}`);
  if (pagesPerMinute !== null) parts.push(`${pagesPerMinute} ${text('perMinute', language)}`);
  return `${text('queue', language)}: ${parts.join(' · ')}`;
}

function roundLines(round: Status['rounds'][number], language: Language): readonly string[] {
  const { documents, pages, secondsLeft } = round;
  const parts = [
    ...documentParts({ ...documents, beingRead: documents.reading }, language),
    `${pages.done}/${pages.total} ${text('pages', language)}`,
    ...(secondsLeft === null ? [] : [`${text('left', language)} ${clock(secondsLeft)}`]),
  ];
  const marks = [
    ...(round.current ? [text('current', language)] : []),
    ...(round.cancelled ? [text('cancelled', language)] : []),
  ];
  const name = `${round.round}. ${round.name}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
  return [`${name}: ${parts.join(' · ')}`, ...round.failures.map((failure) => failureLine(failure, language))];
}

function auditLines({ finishedAt, counts, failures }: NonNullable<WholeStatus['lastAudit']>, language: Language) {
  const groups = new Map<ErrorCode, number>();
  for (const { code } of failures) groups.set(code, (groups.get(code) ?? 0) + 1);
  const when = new Date(finishedAt).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
  return [
    `${text('lastAudit', language)} (${when}): ${documentParts(counts, language).join(' · ')}`,
    ...[...groups].map(([code, documents]) => failureLine({ code, documents, pages: 0 }, language)),
  ];
}

const states = ['waiting', 'beingRead', 'complete', 'partial', 'failed', 'cancelled', 'duplicate'] as const;

/** Counts of documents, those that are none left out but for the complete ones. */
function documentParts(
  counts: Partial<Readonly<Record<(typeof states)[number], number>>>,
  language: Language,
): readonly string[] {
  return states.flatMap((state) => {
    const count = counts[state] ?? 0;
    return count === 0 && state !== 'complete' ? [] : [`${count} ${text(state, language)}`];
  });
}

/** `  encrypted: 2 tệp — Tệp có mật khẩu. …`. */
function failureLine(
  { code, documents, pages }: { readonly code: ErrorCode; readonly documents: number; readonly pages: number },
  language: Language,
): string {
  const parts = [
    ...(documents > 0 ? [`${documents} ${text('documents', language)}`] : []),
    ...(pages > 0 ? [`${pages} ${text('pages', language)}`] : []),
  ];
  return `  ${code}: ${parts.join(', ')} — ${errorKinds[code].message[language]}`;
}

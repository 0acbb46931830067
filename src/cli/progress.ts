import { Presets, SingleBar } from 'cli-progress';
import type { Language } from '../model/bilingual.js';
import type { AuditProgress } from '../queue/runAudit.js';
import { text } from './texts.js';

/** How far a work is, and what to say of it. */
export interface Step {
  readonly done: number;
  readonly total: number;
  readonly line: string;
}

export interface ProgressView {
  show(step: Step): void;
  end(): void;
}

/** Least time between two plain lines, in milliseconds: a log of a night's round stays readable. */
const plainLineInterval = 10_000;

/** A bar on a terminal, a plain line now and then elsewhere; `label` names the work. */
export function progressView(stream: NodeJS.WriteStream, label: string): ProgressView {
  return stream.isTTY ? barView(stream, label) : lineView(stream, label);
}

function barView(stream: NodeJS.WriteStream, label: string): ProgressView {
  const bar = new SingleBar(
    { stream, format: `${label} {bar} {line}`, hideCursor: true, clearOnComplete: true, barsize: 24 },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show({ done, total, line }) {
      if (!started) bar.start(Math.max(total, 1), done, { line });
      started = true;
      bar.setTotal(Math.max(total, 1));
      bar.update(done, { line });
    },
    end: () => bar.stop(),
  };
}

function lineView(stream: NodeJS.WriteStream, label: string): ProgressView {
  let last = 0;
  return {
    show({ line }) {
      const now = Date.now();
      if (now - last < plainLineInterval) return;
      last = now;
      stream.write(`${label}: ${line}\n`);
    },
    end: () => undefined,
  };
}

/** The step that reading is at. */
export function readingStep(progress: AuditProgress, language: Language): Step {
  return { ...progress.pages, line: lineOf(progress, language) };
}

/** `3/40 tệp · 12/280 trang · 61 trang/phút · còn 4:23`; rate and time once a page has been read. */
export function lineOf({ documents, pages, pagesPerMinute }: AuditProgress, language: Language): string {
  const parts = [
    `${documents.done}/${documents.total} ${text('documents', language)}`,
    `${pages.done}/${pages.total} ${text('pages', language)}`,
  ];
  if (pagesPerMinute !== null && pagesPerMinute > 0) {
    parts.push(`${Math.round(pagesPerMinute)} ${text('perMinute', language)}`);
    parts.push(`${text('left', language)} ${clock(((pages.total - pages.done) / pagesPerMinute) * 60)}`);
  }
  return parts.join(' · ');
}

/** `4:23`, `1:04:23`. */
export function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

import { Presets, SingleBar } from 'cli-progress';
import type { Language } from '../model/bilingual.js';
import type { AuditProgress } from '../queue/runAudit.js';
import { text } from './texts.js';

export interface ProgressView {
  show(progress: AuditProgress): void;
  end(): void;
}

/** Least time between two plain lines, in milliseconds: a log of a night's round stays readable. */
const plainLineInterval = 10_000;

/** A bar on a terminal, a plain line now and then elsewhere. */
export function progressView(stream: NodeJS.WriteStream, language: Language): ProgressView {
  return stream.isTTY ? barView(stream, language) : lineView(stream, language);
}

function barView(stream: NodeJS.WriteStream, language: Language): ProgressView {
  const bar = new SingleBar(
    {
      stream,
      format: `${text('reading', language)} {bar} {line}`,
      hideCursor: true,
      clearOnComplete: true,
      barsize: 24,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show(progress) {
      const payload = { line: lineOf(progress, language) };
      if (!started) bar.start(Math.max(progress.pages.total, 1), progress.pages.done, payload);
      started = true;
      bar.setTotal(Math.max(progress.pages.total, 1));
      bar.update(progress.pages.done, payload);
    },
    end: () => bar.stop(),
  };
}

function lineView(stream: NodeJS.WriteStream, language: Language): ProgressView {
  let last = 0;
  return {
    show(progress) {
      const now = Date.now();
      if (now - last < plainLineInterval) return;
      last = now;
      stream.write(`${text('reading', language)}: ${lineOf(progress, language)}\n`);
    },
    end: () => undefined,
  };
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

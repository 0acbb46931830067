import type { CalendarDate } from './facts.js';

/** A document known from a published source. */
export interface KnownDocument {
  readonly full: string;
  readonly type: string;
  readonly date: CalendarDate;
  readonly issuer: string;
  readonly title: string;
  readonly source: string;
}

/** Known documents by their canonical number (spaces dropped, upper case). Several may share one. */
export interface Registry {
  readonly byFull: ReadonlyMap<string, readonly KnownDocument[]>;
}

/** The key under which `Registry.byFull` holds a number. */
export function registryKey(full: string): string {
  return full.normalize('NFC').replace(/\s+/g, '').toUpperCase();
}

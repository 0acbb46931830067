import { z } from 'zod';
import { type ErrorCode, errorKinds } from '../../model/errors.js';

export const id = z.int().positive();
export const count = z.int().nonnegative();
export const points = z.number();
export const instant = z.iso.datetime().describe('UTC');
export const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
export const errorCode = z.enum(Object.keys(errorKinds) as [ErrorCode, ...ErrorCode[]]);

export const severity = z.enum(['error', 'warning', 'info']);
export const outcome = z.enum(['fail', 'cannot-judge']);

/** Parameters of a path and query stand as text in the address. */
export const byId = z.strictObject({ id: z.coerce.number().int().positive() });
export const idInQuery = z.coerce.number().int().positive();

/** One value or several: `?severity=error&severity=warning`. */
export function several<Value extends z.ZodType>(value: Value) {
  return z.union([z.array(value), value.transform((one) => [one])]);
}

/** Every list is asked for in pages: `next` of one is the `cursor` of the following. */
export const paging = {
  cursor: z.string().max(400).optional().describe('`next` of the page before; none for the first page'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('The `cursor` of the next page; null on the last one'),
    total: count.describe('Of all pages'),
  });
}

/** Matched without diacritics and case, every word somewhere in the searched fields. */
export const search = z.string().trim().max(200).describe('Search without diacritics or case');

export const errorResponse = z
  .strictObject({
    error: z.strictObject({
      code: errorCode,
      message: bilingual.describe('What happened and what to do next'),
      detail: z.string().nullable(),
    }),
  })
  .meta({ id: 'Error' });

export const flagCounts = z
  .strictObject({
    error: count,
    warning: count,
    info: count,
    cannotJudge: count,
    open: count.describe('Not decided on yet, of any severity'),
  })
  .meta({ id: 'FlagCounts' });

export const agencyRef = z
  .strictObject({ id, name: z.string(), abbreviation: z.string().nullable() })
  .meta({ id: 'AgencyRef' });
export const userRef = z.strictObject({ id, name: z.string() }).meta({ id: 'UserRef' });

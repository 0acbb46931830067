/**
 * A text as a spreadsheet must take it: a leading apostrophe keeps what would become a formula (`=`, `+`, `-`, `@`),
 * a date (`6/20`, `12/12`) or a number (`5.000`, `0834`, `12e34`) a text.
 */
export function spreadsheetText(text: string): string {
  return becomesSomethingElse.test(text) ? `'${text}` : text;
}

const becomesSomethingElse = /^\s*(?:[=+\-@\t\r]|\d[\d\s.,/:-]*(?:e[+-]?\d+|%)?\s*$)/i;

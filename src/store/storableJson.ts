/**
 * JSON text that PostgreSQL can look into. Text layers hold NUL and halves of characters, which its text cannot: each becomes
 * the mark of a character that could not be read, so that places in the text stay where they are.
 * @param json as `JSON.stringify` makes it, which escapes both
 */
export function storableJson(json: string): string {
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  // Each escape as a whole: the second backslash of an escaped one begins none.
  return json.replaceAll(/\\(?:u[0-9a-f]{4}|.)/g, (one) => (/^\\u(?:0000|d[89a-f])/.test(one) ? '\uFFFD' : one));
}

/** A text without what no XML file may hold: control characters, halves of surrogate pairs. */
export function printable(text: string): string {
  return text.replace(unprintable, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text layers bring
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

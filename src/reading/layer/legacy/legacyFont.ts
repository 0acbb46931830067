import type { LegacyTable } from './LegacyTable.js';
import { tcvn3 } from './tcvn3.js';
import { vni } from './vni.js';

/** How the characters of a font are to be taken. */
export interface LegacyFont {
  readonly table: LegacyTable;
  /** Whether the font shows small letters as capitals. */
  readonly capitals: boolean;
}

/** Tables that may stand behind a font without a telling name. */
export const legacyFonts: readonly LegacyFont[] = [tcvn3, vni].map((table) => ({ table, capitals: false }));

/** A subset's mark, and what programs write for a full stop that may not begin a name. */
const before = '^(?:[A-Z]{6}\\+)?(?:\\.|#2E|_)?';
const abc = new RegExp(`${before}Vn[A-Z3]`, 'u');
const abcCapitals = /^[^,-]*H(?:[,-].*)?$/u;
const vniName = new RegExp(`${before}VNI[- ]`, 'u');

/** What a font's name tells: `.VnTime`, `.VnTimeH,Bold`, `VNI-Times`; null for a font of Unicode, or of any other name. */
export function legacyFontOf(name: string): LegacyFont | null {
  if (abc.test(name)) return { table: tcvn3, capitals: abcCapitals.test(name) };
  return vniName.test(name) ? { table: vni, capitals: false } : null;
}

/** Fonts of symbols keep the byte here. */
const symbolArea = 0xf000;

/** The byte that a character stands for: Latin-1, or the private area of symbol fonts; null for any other. */
export function byteOf(character: string): number | null {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return code;
  return code >= symbolArea && code < symbolArea + 0x100 ? code - symbolArea : null;
}

/**
 * Text that was typed in such a font, as NFC; text that holds letters of Unicode's Vietnamese is none such and stays, whatever its font.
 */
export function decodeLegacy(text: string, { table, capitals }: LegacyFont): string {
  if (isOfUnicode(text)) return text;
  const decoded = [...text].map((character) => shownBy(byteOf(character), table) ?? character).join('');
  return (capitals ? decoded.toLocaleUpperCase('vi') : decoded).normalize('NFC');
}

/** Whether there are letters of Vietnamese that no byte stands for as it is. */
export function isOfUnicode(text: string): boolean {
  return /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/u.test(text);
}

/** What a byte shows; null where it shows no other than Latin-1 has. */
export function shownBy(byte: number | null, table: LegacyTable): string | null {
  if (byte === null) return null;
  return table.get(byte) ?? (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : null);
}

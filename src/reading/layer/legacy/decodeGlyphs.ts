import type { Glyph } from '../Glyph.js';
import { groupGlyphs } from '../groupGlyphs.js';
import { judgeText, type TextQuality } from '../judgeText.js';
import { byteOf, isOfUnicode, type LegacyFont, legacyFontOf, legacyFonts, shownBy } from './legacyFont.js';

/** Running text of legacy fonts has hardly a valid syllable, of Unicode hardly another. */
const leastValid = 0.75;
/** Fewer words cannot tell an encoding; they follow the other fonts of their page. */
const fewWords = 8;

type Decode = (glyph: Glyph) => Glyph;

/**
 * Characters of fonts made before Unicode (TCVN3, VNI) as what they show. The font's name tells them; where it tells nothing, its
 * words do: decoded they are Vietnamese and as they stand they are not.
 */
export function decodeGlyphs(glyphs: readonly Glyph[]): readonly Glyph[] {
  const fonts = glyphsByFont(glyphs);
  const decoders = new Map<string, Decode>();
  const unsure: string[] = [];
  for (const [name, drawn] of fonts) {
    // Whatever its name, the font tells what it shows.
    if (drawn.some(({ text }) => isOfUnicode(text))) continue;
    const named = legacyFontOf(name);
    const decoder = named === null ? decoderOf(drawn, legacyFonts) : bestOf(drawn, [named]).decode;
    if (decoder !== null) decoders.set(name, decoder);
    else if (qualityOf(drawn).words < fewWords) unsure.push(name);
  }
  const [known] = decoders.values();
  for (const name of known === undefined ? [] : unsure) {
    const drawn = fonts.get(name) ?? [];
    if (known !== undefined && qualityOf(drawn.map(known)).valid > qualityOf(drawn).valid) decoders.set(name, known);
  }
  return decoders.size === 0 ? glyphs : glyphs.map((glyph) => decoders.get(glyph.font)?.(glyph) ?? glyph);
}

function glyphsByFont(glyphs: readonly Glyph[]): ReadonlyMap<string, readonly Glyph[]> {
  const fonts = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const drawn = fonts.get(glyph.font);
    if (drawn === undefined) fonts.set(glyph.font, [glyph]);
    else drawn.push(glyph);
  }
  return fonts;
}

/** The way to decode a font whose words are none as they stand; null where none makes Vietnamese of them. */
function decoderOf(drawn: readonly Glyph[], fonts: readonly LegacyFont[]): Decode | null {
  const { words, valid } = qualityOf(drawn);
  if (words < fewWords || valid >= leastValid) return null;
  const { decode, quality } = bestOf(drawn, fonts);
  return quality.words >= fewWords && quality.valid >= leastValid ? decode : null;
}

/** Some files hold the font's bytes, others what Latin-1 makes of them: what gives more syllables is right. */
function bestOf(drawn: readonly Glyph[], fonts: readonly LegacyFont[]) {
  const ways = fonts.flatMap((font) => [decoder(font, ({ code }) => code), decoder(font, ({ text }) => byteOf(text))]);
  const tried = ways.map((decode) => ({ decode, quality: qualityOf(drawn.map(decode)) }));
  return tried.reduce((best, way) => (score(way.quality) > score(best.quality) ? way : best));
}

function decoder({ table, capitals }: LegacyFont, byte: (glyph: Glyph) => number | null): Decode {
  return (glyph) => {
    const text = shownBy(byte(glyph), table) ?? glyph.text;
    return { ...glyph, text: capitals ? text.toLocaleUpperCase('vi') : text };
  };
}

function score({ words, valid }: TextQuality): number {
  return words * valid;
}

function qualityOf(glyphs: readonly Glyph[]): TextQuality {
  return judgeText(groupGlyphs(glyphs).flatMap(({ words }) => words.map(({ text }) => text)));
}

import { legacyTable } from './LegacyTable.js';

/** Combining marks: grave, hook above, tilde, acute, dot below; circumflex and breve with each of them. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;
const circumflex = ['\u0302', ...tones.map((tone) => `\u0302${tone}`)];
const breve = ['\u0306', ...tones.map((tone) => `\u0306${tone}`)];

/** VNI for Windows, of the fonts `VNI-…`: a letter, then one byte for its marks; i, đ, ơ, ư and ỵ are bytes of their own. */
export const vni = legacyTable([
  [tones, 'øûõùï'],
  [tones, 'ØÛÕÙÏ'],
  [circumflex, 'âàåãáä'],
  [circumflex, 'ÂÀÅÃÁÄ'],
  [breve, 'êèúüéë'],
  [breve, 'ÊÈÚÜÉË'],
  ['ìỉĩíịỵđơư', 'ìæóíòîñôö'],
  ['ÌỈĨÍỊỴĐƠƯ', 'ÌÆÓÍÒÎÑÔÖ'],
]);

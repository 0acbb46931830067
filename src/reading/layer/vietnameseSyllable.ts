/**
 * The grammar of a written syllable: an onset, a rime, a tone. Text that a legacy font (TCVN3, VNI) or a bad OCR layer
 * garbles breaks it in most words, whatever the text is about.
 */
const onset = [
  // Spelling decides between k and c, gh and g, ngh and ng by the vowel that follows.
  '(?:gh|ngh|k)(?=[ieêy])',
  '(?:g|ng|c)(?![ieêy])',
  'gi?(?=i|[aăâeêoôơuư])',
  'qu|q(?=u)',
  '(?:nh|ch|kh|ph|th|tr|[bdđhlmnprstvx])?',
].join('|');
const openRime =
  '[aeoêôơuưiy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iêu|oa|oe|oi|oai|oay|oeo|oao|ôi|ơi|ua|ui|uâ|uây|uai|uay|uao|ue|uê|uôi|uơ|uy|uya|uyu|ưa|ưi|ươi|ươu|ưu|ya|yêu';
const nasalRime =
  '[aăâeêioôơu]m|(?:iê|yê|oa|oă|oe|uô|ươ)m|[aăâeêioôơu]n|(?:iê|yê|oa|oă|oe|uâ|uê|ua|uy|uyê|uô|ươ)n|[aăâeoôuư]ng|(?:iê|yê|oa|oă|oo|uâ|uô|ươ|ua|uă)ng|(?:[aêi]|oa|uê|uy|ua)nh';
const stoppedRime =
  '[aăâeêioôơu]p|(?:iê|oa|oe|uy|ươ)p|[aăâeêioôơuư]t|(?:iê|yê|oa|oă|oe|uâ|uê|ua|uy|uyê|uô|ươ)t|[aăâeoôuư]c|(?:iê|oa|oă|oo|uô|ươ)c|(?:[aêi]|oa|uê|uy|ua)ch';
const smooth = new RegExp(`^(?:${onset})(?:${openRime}|${nasalRime})$`, 'u');
const stopped = new RegExp(`^(?:${onset})(?:${stoppedRime})$`, 'u');
/** Combining grave, acute, tilde, hook above, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word can be a Vietnamese syllable, its accents included; letter case is ignored. */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const marks = parts.match(tones) ?? [];
  if (marks.length > 1) return false;
  const plain = parts.replace(tones, '').normalize('NFC');
  if (smooth.test(plain)) return true;
  // After p, t, c and ch only the acute and the dot below can stand.
  return stopped.test(plain) && (marks[0] === '\u0301' || marks[0] === '\u0323');
}

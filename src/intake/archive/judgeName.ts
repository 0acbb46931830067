/** Names that Windows keeps for devices, whatever their ending. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** What no Windows name may hold, and what no name should. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const forbidden = /[<>:"|?*\x00-\x1f\x7f]/g;

export interface JudgedName {
  /** The name with `/` between folders and no way out of its folder; fit for a result's name. */
  readonly safe: string;
  /** What is wrong with the name as packed; null for a good one. */
  readonly danger: 'absolute path' | 'path leaves the archive' | 'device name' | null;
}

/** Old programs write `\` between folders. */
export function judgeName(name: string): JudgedName {
  const plain = name.replaceAll('\\', '/');
  const segments = plain.split('/').filter((segment) => segment !== '' && segment !== '.');
  const safe = segments
    .filter((segment) => segment !== '..')
    .map((segment) => segment.replace(forbidden, '_').replace(/[. ]+$/u, ''))
    .map((segment) => (deviceName.test(segment) ? `_${segment}` : segment))
    .filter((segment) => segment !== '')
    .join('/');
  return { safe: safe === '' ? '_' : safe, danger: dangerOf(plain, segments) };
}

function dangerOf(plain: string, segments: readonly string[]): JudgedName['danger'] {
  if (plain.startsWith('/') || /^[a-z]:/i.test(plain)) return 'absolute path';
  if (segments.includes('..')) return 'path leaves the archive';
  return segments.some((segment) => deviceName.test(segment)) ? 'device name' : null;
}

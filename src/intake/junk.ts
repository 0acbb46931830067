const junkNames = new Set(['thumbs.db', 'desktop.ini', '__macosx', '@eadir', '.ds_store']);

/** Files that systems, editors and network drives leave behind; nobody hands them in. */
export function isJunk(name: string): boolean {
  const folded = name.toLowerCase();
  return (
    folded.startsWith('.') ||
    folded.startsWith('~$') ||
    folded.endsWith('.tmp') ||
    folded.endsWith('.part') ||
    folded.endsWith('.crdownload') ||
    junkNames.has(folded)
  );
}

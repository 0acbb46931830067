import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface FontFile {
  readonly script: 'latin' | 'vietnamese' | 'latin-ext';
  readonly weight: 400 | 700;
  /** WOFF2. */
  readonly bytes: Buffer;
}

const require = createRequire(import.meta.url);
const scripts = ['latin', 'vietnamese', 'latin-ext'] as const;
const weights = [400, 700] as const;
let files: readonly FontFile[] | undefined;

/** Be Vietnam Pro as shipped, regular and bold, one file for each script. */
export function fontFiles(): readonly FontFile[] {
  files ??= weights.flatMap((weight) =>
    scripts.map((script): FontFile => {
      const name = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${script}-${weight}-normal.woff2`;
      return { script, weight, bytes: readFileSync(require.resolve(name)) };
    }),
  );
  return files;
}

import { createHash } from 'node:crypto';
import type { Language } from '../../model/bilingual.js';
import { fontFiles } from '../fontFiles.js';
import { Html, html } from './html.js';
import { style } from './style.js';

export interface Page {
  readonly title: string;
  readonly language: Language;
  readonly script: string;
  readonly body: Html;
}

/** Letters that each font file draws, as its maker parts them. */
const ranges = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  'latin-ext':
    'U+0100-02BA,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;

let sheet: string | undefined;

/**
 * A whole page in one file: style, font and script stand within, and the policy lets nothing else run or load, whatever
 * a report says.
 */
export function pageOf({ title, language, script, body }: Page): string {
  sheet ??= `${fontFaces()}${style}`;
  const policy = [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    `style-src '${hashOf(sheet)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(sheet)}</style>
</head>
<body>
${body}
<script>${new Html(script)}</script>
</body>
</html>
`.markup;
}

function fontFaces(): string {
  return fontFiles()
    .map(
      ({ script, weight, bytes }) =>
        `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2");unicode-range:${ranges[script]}}`,
    )
    .join('\n');
}

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}

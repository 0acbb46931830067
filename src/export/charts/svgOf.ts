import { type Html, html } from '../html/html.js';
import type { Drawing, Shape } from './Drawing.js';

/** The drawing as SVG within a page, in the page's font. */
export function svgOf({ width, height, title, shapes }: Drawing): Html {
  return html`<svg class="chart" role="img" viewBox="0 0 ${width} ${height}" aria-label="${title}">${shapes.map(elementOf)}</svg>`;
}

function elementOf(shape: Shape): Html {
  switch (shape.kind) {
    case 'bar':
      return html`<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`;
    case 'line':
      return html`<line x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}" stroke="${shape.stroke}"/>`;
    case 'text':
      return html`<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.bold ? 700 : 400}" text-anchor="${shape.anchor}" fill="${shape.fill}">${shape.text}</text>`;
  }
}

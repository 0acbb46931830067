import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './html.js';

describe('html', () => {
  it('escapes texts in content and in attributes, and lets markup of its own stand', () => {
    const name = `"><script>alert('1')</script>&`;
    expect(html`<p title="${name}">${[name, html`<b>${1}</b>`, null]}</p>`.markup).toBe(
      '<p title="&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;">&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;<b>1</b></p>',
    );
  });

  it('lets no text make markup', () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(html`${text}`.markup)));
  });
});

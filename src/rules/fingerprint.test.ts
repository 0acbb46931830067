import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPipeline } from '../pipeline/loadPipeline.js';
import { fingerprint } from './fingerprint.js';

describe('fingerprint', () => {
  it('is sixteen hexadecimal digits', () => {
    expect(fingerprint('citation/incomplete', 'citation:12/KH-STC')).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['spaces around hyphens', 'citation:12/QĐ- STC', 'citation:12/QĐ-STC'],
    ['a lost stroke of Đ', 'citation:12/QD-STC', 'citation:12/QĐ-STC'],
    ['letter case', 'citation:12/TTR-STC', 'citation:12/TTr-STC'],
    ['O read for 0', 'citation:1O4/KH-STC', 'citation:104/KH-STC'],
    ['l read for 1', 'citation:l04/KH-STC', 'citation:104/KH-STC'],
    ['S read for 5', 'citation:1S4/KH-STC', 'citation:154/KH-5TC'],
    ['8 read for B', 'citation:12/KH-8QL', 'citation:12/KH-BQL'],
    ['O read for Q', 'citation:12/OĐ-STC', 'citation:12/QĐ-STC'],
    ['I read for the r of TTr', 'citation:12/TTI-STC', 'citation:12/TTr-STC'],
    ['a padded number', 'citation:05-KL/TW', 'citation:5-KL/TW'],
    ['case of the word in a section path', 'section:PHẦN II/1', 'section:Phần II/1'],
  ])('stays the same through %s', (_, one, other) => {
    expect(fingerprint('citation/incomplete', one)).toBe(fingerprint('citation/incomplete', other));
  });

  it.each([
    ['another rule', 'citation/incomplete', 'document', 'citation/unnumbered', 'document'],
    ['another number', 'r/a', 'citation:12/KH-STC', 'r/a', 'citation:13/KH-STC'],
    ['another agency', 'r/a', 'citation:12/KH-STC', 'r/a', 'citation:12/KH-SYT'],
    ['the Party form', 'r/a', 'citation:12/CT-TW', 'r/a', 'citation:12-CT/TW'],
    ['the rubric ids D and Đ', 'r/a', 'criterion:D', 'r/a', 'criterion:Đ'],
    ['the sections D and Đ', 'r/a', 'section:D', 'r/a', 'section:Đ'],
    ['the sections I and 1', 'r/a', 'section:I', 'r/a', 'section:1'],
    ['the sections 1/1 and 11', 'r/a', 'section:1/1', 'r/a', 'section:11'],
  ])('differs for %s', (_, rule, subject, otherRule, otherSubject) => {
    expect(fingerprint(rule, subject)).not.toBe(fingerprint(otherRule, otherSubject));
  });

  it('survives any number of confusions of OCR in a document’s number', () => {
    const { confusions } = loadPipeline('pctn-2023').pipeline.vocabulary.citations;
    const likely = confusions.filter(({ printed, meant, cost }) => printed.length === meant.length && cost <= 0.6);
    const symbols = fc.constantFrom('KH-STC', 'QĐ-BQL', 'TTr-SGDĐT', 'BC-UBND', 'TB-VPUB', 'CTr/TU');
    fc.assert(
      fc.property(fc.nat(9999), symbols, fc.array(fc.nat(likely.length - 1)), (number, symbol, picks) => {
        const meant = `${number}/${symbol}`;
        const printed = picks.reduce((text, pick) => {
          const confusion = likely[pick];
          return confusion === undefined ? text : text.replace(confusion.meant, confusion.printed);
        }, meant);
        expect(fingerprint('r/a', `citation:${printed}`)).toBe(fingerprint('r/a', `citation:${meant}`));
      }),
    );
  });

  it('does not change between versions, because reviews are kept under it', () => {
    expect(fingerprint('score/total-mismatch', 'document')).toBe('767ed8d056a029ec');
  });
});

import type { RoundRecord } from '../../src/export/RoundRecord.js';
import { documentOf, flagOf, scoreOf, sectionOf } from './document.js';
import { batchFlagOf, recordOf } from './round.js';

/** What a report could say to break out of a page. */
export const attack = `"'><script>document.title='broken'</script><img src=x onerror="document.title='broken'">`;

/** A round whose every text tries to become markup; its flag stands on page 2, over the lower half's left. */
export function hostileRound(): RoundRecord {
  const page = {
    origin: 'ocr' as const,
    reason: 'no-ink',
    confidence: 0.9,
    coverage: 1,
    rotation: 0,
    text: attack,
    repairs: [],
    doubtful: [],
  };
  const document = documentOf({
    source: { file: `so ${attack.replaceAll('/', '')}/báo cáo #1.pdf`, sha256: 'c'.repeat(64), bytes: 1, pages: 2 },
    report: { ...documentOf().report, agency: `Sở ${attack}`, title: attack, unread: ['signer'] },
    pages: [
      { ...page, number: 1, width: 1000, height: 1400, unread: [] },
      { ...page, number: 2, width: 1000, height: 1400, unread: [{ box: [0.1, 0.1, 0.2, 0.2], marks: 5 }] },
    ],
    sections: [sectionOf({ path: 'II', criterion: 'B.1', title: attack })],
    scores: [scoreOf({ criterion: 'B.1', claimed: 27 }), scoreOf({ criterion: 'total', claimed: 97.5 })],
    flags: [
      flagOf({
        subject: 'criterion:B.1',
        message: { vi: attack, en: attack },
        evidence: [{ text: attack, page: 2, boxes: [{ page: 2, box: [0.1, 0.6, 0.5, 0.7] }] }],
      }),
      flagOf({ severity: 'info', fingerprint: 'f1', subject: `section:${attack}` }),
    ],
    checks: [{ rule: 'score/total-mismatch', pass: 3, fail: 1, cannotJudge: 0, notApplicable: 2 }],
  });
  const evidence = [{ file: document.source.file, text: attack, page: 1, boxes: [] }];
  const other = documentOf({ source: { ...documentOf().source, file: 'khac.pdf' } });
  return recordOf([document, other], {
    flags: [batchFlagOf({ agency: `Sở ${attack}`, file: document.source.file, evidence })],
  });
}

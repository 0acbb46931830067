import { handedInWith } from '../../src/audit/handedInWith.js';
import { extractFacts } from '../../src/extraction/extractFacts.js';
import type { ReportFacts } from '../../src/model/facts.js';
import type { Finding, Rule } from '../../src/model/rule.js';
import { loadPipeline } from '../../src/pipeline/loadPipeline.js';
import { loadVocabulary } from '../../src/pipeline/loadVocabulary.js';
import { plainText } from '../../src/text/plainText.js';

/** The facts of a report given as plain text (see `plainText`), by the real extractors. */
export function factsOf(report: string, pipeline = 'pctn-2023'): ReportFacts {
  const text = plainText(report, loadVocabulary().text);
  const pages = text.pages.map(({ number }) => ({
    number,
    readable: true,
    origin: 'text' as const,
    confidence: 1,
    unread: [],
  }));
  return extractFacts({ text, pages, signatures: [] }, loadPipeline(pipeline).pipeline);
}

/** Starts an attachment behind a report given as plain text: `=== minh-chung/12.pdf`. */
const attachmentLine = /^=== (.+)$/m;

/** What a rule says of a report given as plain text, its attachments behind it; `change` makes facts that no clean text gives (a doubtful digit). */
export function evaluate(
  rule: Rule,
  report: string,
  change: (facts: ReportFacts) => ReportFacts = (facts) => facts,
  pipelineName = 'pctn-2023',
): readonly Finding[] {
  const { pipeline, registry } = loadPipeline(pipelineName);
  const [own = '', ...files] = report.split(attachmentLine);
  const facts = change(factsOf(own, pipelineName));
  const attachments = files.flatMap((file, index) => {
    const content = files[index + 1];
    if (index % 2 === 1 || content === undefined) return [];
    const { papers, scores } = factsOf(content, pipelineName);
    return [{ file, complete: true, papers, claims: scores.map(({ criterion }) => criterion) }];
  });
  return rule.evaluate({ facts, pipeline, registry, attachments: handedInWith(facts, attachments) });
}

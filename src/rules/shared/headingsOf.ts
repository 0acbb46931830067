import type { Span } from '../../model/document-text.js';
import type { ReportFacts } from '../../model/facts.js';

/** The headings of a criterion's own sections. */
export function headingsOf(id: string, { sections }: Pick<ReportFacts, 'sections'>): readonly Span[] {
  return sections.filter(({ criterion, appendix }) => criterion === id && !appendix).map(({ heading }) => heading);
}

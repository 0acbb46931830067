import { dearestMisreading, misreadingCost } from '../../extraction/citations/misreadingCost.js';
import type { Attachment, Difference, Paper, SubmittedDocument } from '../../model/paper.js';
import type { RuleContext } from '../../model/rule.js';
import { fold } from '../../text/fold.js';
import { isNumberDoubtful } from './citationFindings.js';
import { numberKey } from './citedDocuments.js';
import { compareTitles } from './documentTitles.js';
import { isSignedByOther } from './isSignedByOther.js';
import { type OwnDocument, ownEvidence } from './ownEvidence.js';
import { shortName } from './shortName.js';
import { isSharedSymbol } from './symbolGrammar.js';

/** A paper of an attachment. */
export interface FoundPaper {
  readonly file: string | null;
  readonly paper: Paper;
}

/** What became of a cited document. */
export interface Match {
  readonly document: OwnDocument;
  readonly result: SubmittedDocument['result'];
  /** The paper that it is, or that it could be. */
  readonly found: FoundPaper | null;
  /** What the paper prints otherwise than the report does. */
  readonly differences: readonly Difference[];
  /** Why nothing can be told. */
  readonly reason: 'page-unread' | 'doubtful-reading' | null;
}

/** Every document of the agency's own that is cited as evidence, beside what was handed in; empty where nothing was. */
export function matchAttachments(context: RuleContext): readonly Match[] {
  if (context.attachments.length === 0) return [];
  const papers = papersIn(context.attachments);
  const documents = ownEvidence(context);
  const numbers = new Set(documents.map(({ full }) => numberKey(full)));
  // A paper that bears the number of another cited document is that one.
  const unclaimed = papers.filter(({ paper }) => paper.number === null || !numbers.has(numberKey(paper.number)));
  return documents.map((document) => {
    const byNumber = bestOf(papers, document, (paper) => bearsNumber(paper, document, context), context);
    return byNumber ?? withoutNumber(document, unclaimed, context) ?? notFound(document, unclaimed, context);
  });
}

/** The paper with the fewest differences among those that a test lets through. */
function bestOf(
  papers: readonly FoundPaper[],
  document: OwnDocument,
  isMeant: (paper: Paper) => boolean,
  context: RuleContext,
): Match | null {
  const told = papers
    .filter(({ paper }) => isMeant(paper))
    .map((found) => ({ found, differences: differencesOf(document, found.paper, context) }))
    .sort((left, right) => left.differences.length - right.differences.length);
  const [best] = told;
  if (best === undefined) return null;
  const { found, differences } = best;
  if (differences.length === 0) return { document, result: 'submitted', found, differences, reason: null };
  const doubtful = isDoubtful(document) || !hasExactNumber(found.paper, document);
  if (doubtful) return { document, result: 'cannot-tell', found, differences, reason: 'doubtful-reading' };
  return { document, result: 'differs', found, differences, reason: null };
}

function hasExactNumber({ number }: Paper, { full }: OwnDocument): boolean {
  return number !== null && numberKey(number) === numberKey(full);
}

/** The same number, its symbol as printed, one misreading away, or with its end lost. */
function bearsNumber(paper: Paper, document: OwnDocument, { pipeline }: RuleContext): boolean {
  if (hasExactNumber(paper, document)) return true;
  const [borne, cited] = [splitNumber(paper.number), splitNumber(document.full)];
  if (borne === null || cited === null || Number(borne.digits) !== Number(cited.digits)) return false;
  const { confusions } = pipeline.vocabulary.citations;
  const isCutOff = cited.symbol.startsWith(`${borne.symbol}-`);
  return (
    isCutOff ||
    misreadingCost(borne.symbol, cited.symbol, confusions) <= dearestMisreading ||
    misreadingCost(cited.symbol, borne.symbol, confusions) <= dearestMisreading
  );
}

function splitNumber(full: string | null): { digits: string; symbol: string } | null {
  const match = /^(?<digits>\d+)[/-](?<symbol>.+)$/u.exec(full ?? '');
  const { digits, symbol } = match?.groups ?? {};
  return digits === undefined || symbol === undefined ? null : { digits, symbol };
}

/** A paper whose number was not read, or is another one, and that is the document by its date, type and title. */
function withoutNumber(document: OwnDocument, papers: readonly FoundPaper[], context: RuleContext): Match | null {
  const alike = papers.filter(({ paper }) => isSameDay(document, paper) && !isOfOtherType(document, paper));
  const titleOf = ({ paper }: FoundPaper) => titleAgreement(document, paper, context);
  const unnumbered = alike.find((one) => one.paper.number === null && titleOf(one) !== 'different');
  if (unnumbered !== undefined) {
    return { document, result: 'submitted', found: unnumbered, differences: [], reason: null };
  }
  const renumbered = alike.find((one) => one.paper.number !== null && titleOf(one) === 'same');
  if (renumbered === undefined) return null;
  const doubtful = isDoubtful(document);
  return {
    document,
    result: doubtful ? 'cannot-tell' : 'differs',
    found: renumbered,
    differences: ['number'],
    reason: doubtful ? 'doubtful-reading' : null,
  };
}

/** Not said of a document that an unread page or number may hold. */
function notFound(document: OwnDocument, papers: readonly FoundPaper[], context: RuleContext): Match {
  const told = { document, found: null, differences: [] };
  if (context.attachments.some((attachment) => !attachment.complete)) {
    return { ...told, result: 'cannot-tell', reason: 'page-unread' };
  }
  const possible = papers.find(({ paper }) => mayBe(document, paper));
  if (possible !== undefined) {
    return { ...told, found: possible, result: 'cannot-tell', reason: 'doubtful-reading' };
  }
  const misread = document.mentions.every((citation) => isNumberDoubtful(citation, context));
  return misread
    ? { ...told, result: 'cannot-tell', reason: 'doubtful-reading' }
    : { ...told, result: 'not-submitted', reason: null };
}

/** A paper whose number could not be read, or whose scanned letterhead gave nothing, and that nothing else sets apart. */
function mayBe(document: OwnDocument, paper: Paper): boolean {
  const unread = paper.unread.includes('number') || (paper.scanned && paper.number === null);
  if (!unread || isOfOtherType(document, paper)) return false;
  return datesOf(document).length === 0 || paper.date === null || isSameDay(document, paper);
}

function differencesOf(document: OwnDocument, paper: Paper, context: RuleContext): readonly Difference[] {
  const differences: readonly [Difference, boolean][] = [
    ['date', paper.date !== null && datesOf(document).length > 0 && !isSameDay(document, paper)],
    ['title', titleAgreement(document, paper, context) === 'different'],
    ['issuer', isOfOtherIssuer(document, paper, context)],
    ['signer', isSignedByOther(document, paper, context.pipeline)],
  ];
  return differences.flatMap(([difference, differs]) => (differs ? [difference] : []));
}

function datesOf({ mentions }: OwnDocument): readonly string[] {
  return mentions.flatMap(({ date, refersTo }) => date ?? refersTo?.date ?? []);
}

function isSameDay(document: OwnDocument, { date }: Paper): boolean {
  return date !== null && datesOf(document).includes(date);
}

/** `Văn bản số …` names no type. */
function isOfOtherType({ mentions }: OwnDocument, { type }: Paper): boolean {
  const cited = mentions.flatMap((citation) => citation.type ?? []).filter((one) => fold(one) !== 'van ban');
  return type !== null && cited.length > 0 && cited.every((one) => fold(one) !== fold(type));
}

function titleAgreement(
  { mentions }: OwnDocument,
  { title }: Paper,
  { pipeline }: RuleContext,
): 'same' | 'different' | 'unclear' {
  const told = mentions.map((citation) => compareTitles(citation.title, title, pipeline.vocabulary.evidence.titles));
  if (told.includes('same')) return 'same';
  return told.find((one) => one !== 'unclear') ?? 'unclear';
}

/** Only a symbol that issuers of several levels share leaves open whose paper it is (`12/KH-UBND`). */
function isOfOtherIssuer({ mentions }: OwnDocument, { agency }: Paper, { facts, pipeline }: RuleContext): boolean {
  const symbol = mentions[0].symbol ?? '';
  if (agency === null || facts.identity.agency === null || !isSharedSymbol(symbol, pipeline)) return false;
  const [own, borne] = [shortName(facts.identity.agency, pipeline), shortName(agency, pipeline)];
  return !own.includes(borne) && !borne.includes(own);
}

function isDoubtful({ mentions }: OwnDocument): boolean {
  return mentions.every(({ doubtful }) => doubtful);
}

/** The result as the document JSON tells it. */
export function submittedDocument({ document, result, found, differences }: Match): SubmittedDocument {
  const isFound = found !== null && result !== 'not-submitted';
  return {
    document: document.full,
    result,
    file: isFound ? found.file : null,
    pages: isFound ? [found.paper.pages[0], found.paper.pages[1]] : null,
    differences: [...differences],
  };
}

/** All papers of all attachments, in order. */
export function papersIn(attachments: readonly Attachment[]): readonly FoundPaper[] {
  return attachments.flatMap(({ file, papers }) => papers.map((paper) => ({ file, paper })));
}

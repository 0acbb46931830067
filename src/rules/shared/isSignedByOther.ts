import type { Paper } from '../../model/paper.js';
import type { Pipeline } from '../../model/pipeline.js';
import { fold } from '../../text/fold.js';
import type { OwnDocument } from './ownEvidence.js';

/**
 * Whether every position that the report names as the issuer (`Quyết định … của Giám đốc Sở`) is missing from the titles
 * above the paper's signature. A deputy, and who signs by order, prints the title signed for too (`KT. GIÁM ĐỐC`). Not asked
 * of a scan, whose upper title may be lost, nor of a title that any head bears (`THỦ TRƯỞNG ĐƠN VỊ`).
 */
export function isSignedByOther({ mentions }: OwnDocument, { signer, scanned }: Paper, pipeline: Pipeline): boolean {
  if (signer === null || scanned) return false;
  const positions = comparablePositions(pipeline);
  const borne = positions.filter((position) => ` ${fold(signer.role)} `.includes(` ${position} `));
  const cited = mentions.flatMap(({ issuer }) => positionNamed(issuer, positions) ?? []);
  return borne.length > 0 && cited.length > 0 && !cited.some((position) => borne.includes(position));
}

/** Positions by which a report can name an issuer, the longest first. */
function comparablePositions({ vocabulary }: Pipeline): readonly string[] {
  const issuers = new Set(vocabulary.citations.issuers.heads.map(fold));
  return vocabulary.identity.positions
    .map(fold)
    .filter((position) => issuers.has(position))
    .sort((left, right) => right.length - left.length);
}

/** A deputy signs for the head: `Phó Giám đốc` names the head's position too. */
function positionNamed(issuer: string | null, positions: readonly string[]): string | null {
  const named = `${fold(issuer ?? '').replace(/^pho /, '')} `;
  return positions.find((position) => named.startsWith(`${position} `)) ?? null;
}

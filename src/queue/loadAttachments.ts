import type { StageKeys } from '../audit/stageKeys.js';
import type { SoatDocument } from '../model/document.js';
import type { Attachment } from '../model/paper.js';
import type { StageResults } from '../store/StageResults.js';
import type { HandedInFile } from './jobs.js';
import { loadDocument } from './loadDocument.js';

/** The papers of files handed in with a report, as their own analyses tell them. */
export async function loadAttachments(
  results: StageResults,
  keys: StageKeys,
  files: readonly HandedInFile[],
): Promise<readonly Attachment[]> {
  const attachments: Attachment[] = [];
  for (const { file, sha256 } of files) {
    if (sha256 === null) attachments.push({ file, complete: false, papers: [], claims: [] });
    else {
      attachments.push(attachmentOf(await loadDocument(results, keys, { relativeName: file, sha256, bytes: 0 })));
    }
  }
  return attachments;
}

/** What stands beside a report, of a document that was handed in with it. */
export function attachmentOf({ source, status, papers, scores }: SoatDocument): Attachment {
  const claims = [...new Set(scores.map(({ criterion }) => criterion))];
  return { file: source.file, complete: status === 'complete', papers, claims };
}

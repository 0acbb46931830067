import type { SoatBatch } from '../model/batch.js';
import { lateName, submissionNames } from '../model/labels.js';
import type { RoundRecord } from './RoundRecord.js';
import { sayIn } from './words.js';

type Agency = SoatBatch['agencies'][number];

/** What became of an agency's duty to report, in a few words; empty where nothing is to be said. */
export function submissionWords(agency: Agency, { batch, language }: Pick<RoundRecord, 'batch' | 'language'>): string {
  const say = sayIn(language);
  const words = [
    ...(agency.status === 'submitted' ? [] : [submissionNames[agency.status][language]]),
    ...(agency.late ? [lateName[language]] : []),
    ...(hasList(batch) && !agency.listed ? [say('Không có trong danh sách', 'Not on the list')] : []),
  ];
  return words.join('; ');
}

export function hasList({ agencies }: Pick<SoatBatch, 'agencies'>): boolean {
  return agencies.some(({ listed }) => listed);
}

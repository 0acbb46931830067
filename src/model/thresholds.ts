import type { Bilingual } from './bilingual.js';
import type { PipelineFile } from './pipeline.js';

/** Thresholds that a round may set otherwise than its pipeline, with the bounds within which they make sense. */
export const thresholdIds = [
  'doubtfulConfidence',
  'boilerplateSimilarity',
  'sharedRegisterDocuments',
  'copiedSimilarity',
  'copiedTriples',
  'dateWitnesses',
  'fewestPeers',
  'outlierGap',
  'jump',
] as const;
export type ThresholdId = (typeof thresholdIds)[number];
export type OwnThresholds = { readonly [Id in ThresholdId]?: number | undefined };

interface AdjustableThreshold {
  readonly id: ThresholdId;
  readonly name: Bilingual;
  readonly minimum: number;
  readonly maximum: number;
  /** 1: whole numbers alone. */
  readonly step: number;
}

export const adjustableThresholds: readonly AdjustableThreshold[] = [
  {
    id: 'doubtfulConfidence',
    name: {
      vi: 'Chữ đọc với độ chắc thấp hơn mức này thì coi là chưa chắc',
      en: 'A word read with less confidence than this is doubtful',
    },
    minimum: 0.5,
    maximum: 0.99,
    step: 0.01,
  },
  {
    id: 'boilerplateSimilarity',
    name: {
      vi: 'Hai đoạn trong một báo cáo giống nhau từ mức này thì coi là dùng chung',
      en: 'Two paragraphs of a report that are alike to this share count as the same',
    },
    minimum: 0.5,
    maximum: 1,
    step: 0.05,
  },
  {
    id: 'sharedRegisterDocuments',
    name: {
      vi: 'Số văn bản liền mạch cần có để coi các ký hiệu dùng chung một sổ',
      en: 'Documents in one series before symbols count as one register',
    },
    minimum: 2,
    maximum: 20,
    step: 1,
  },
  {
    id: 'copiedSimilarity',
    name: {
      vi: 'Nội dung hai cơ quan giống nhau từ mức này thì đề nghị giải trình',
      en: 'Texts of two agencies that are alike to this share are asked about',
    },
    minimum: 0.3,
    maximum: 1,
    step: 0.05,
  },
  {
    id: 'copiedTriples',
    name: {
      vi: 'Số cụm ba từ giống nhau ít nhất để nói tới việc trùng nội dung',
      en: 'Word triples in common before a text is said to be copied',
    },
    minimum: 6,
    maximum: 200,
    step: 1,
  },
  {
    id: 'dateWitnesses',
    name: {
      vi: 'Số cơ quan cùng ghi một ngày để hỏi cơ quan ghi ngày khác',
      en: 'Agencies that must agree on a date before another one is asked',
    },
    minimum: 2,
    maximum: 50,
    step: 1,
  },
  {
    id: 'fewestPeers',
    name: {
      vi: 'Số cơ quan cùng loại ít nhất để so sánh mức tự chấm',
      en: 'Peers an agency needs before its claims are compared',
    },
    minimum: 3,
    maximum: 50,
    step: 1,
  },
  {
    id: 'outlierGap',
    name: {
      vi: 'Phần điểm cao hơn các cơ quan cùng loại thì hỏi',
      en: 'Share of points above the peers that is asked about',
    },
    minimum: 0.05,
    maximum: 1,
    step: 0.05,
  },
  {
    id: 'jump',
    name: {
      vi: 'Phần điểm cao hơn năm trước thì hỏi',
      en: 'Share of points above last year’s that is asked about',
    },
    minimum: 0.05,
    maximum: 1,
    step: 0.05,
  },
];

type Thresholds = PipelineFile['thresholds'];

/** The value that a pipeline itself has. */
export function thresholdOf(thresholds: Thresholds, id: ThresholdId): number {
  const values: Readonly<Record<ThresholdId, number>> = { ...thresholds.round, ...thresholds };
  return values[id];
}

/** A pipeline's thresholds with those in place that differ. */
export function adjusted(thresholds: Thresholds, own: OwnThresholds): Thresholds {
  const value = (id: ThresholdId): number => own[id] ?? thresholdOf(thresholds, id);
  return {
    doubtfulConfidence: value('doubtfulConfidence'),
    boilerplateSimilarity: value('boilerplateSimilarity'),
    sharedRegisterDocuments: value('sharedRegisterDocuments'),
    round: {
      ...thresholds.round,
      copiedSimilarity: value('copiedSimilarity'),
      copiedTriples: value('copiedTriples'),
      dateWitnesses: value('dateWitnesses'),
      fewestPeers: value('fewestPeers'),
      outlierGap: value('outlierGap'),
      jump: value('jump'),
    },
  };
}

/** One private character a kind of token, so that patterns read over numbers: no text holds them. */
export const sign = {
  number: '\uE000',
  percent: '\uE001',
  fraction: '\uE002',
  label: '\uE003',
  rank: '\uE004',
} as const;

/** The signs of amounts, for a character class. */
export const amounts = `${sign.number}${sign.percent}${sign.fraction}${sign.rank}`;

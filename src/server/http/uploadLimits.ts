/** Of one request with files. */
export const uploadLimits = {
  /** Bytes of one file. */
  fileSize: 1_000_000_000,
  files: 2000,
  fields: 10,
  parts: 2010,
} as const;

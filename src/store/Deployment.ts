/** Where an installation keeps its state. Each null is the embedded default: everything in the data folder. */
export interface Deployment {
  /** Absolute. With servers: only files, and what was fetched from an object store. */
  readonly dataFolder: string;
  /** PostgreSQL for data, and for the queue where `redisUrl` is null. */
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly objectStore: ObjectStoreSettings | null;
}

export interface ObjectStoreSettings {
  /** null: Amazon's own. */
  readonly endpoint: string | null;
  readonly bucket: string;
  readonly region: string;
}

/** The deployment that environment variables name: docs/operations.md lists them. */
export function deploymentFrom(variables: NodeJS.ProcessEnv, dataFolder: string): Deployment {
  // A compose file passes what is unset on as an empty string.
  const value = (name: string) => variables[name] || null;
  const bucket = value('S3_BUCKET');
  return {
    dataFolder,
    databaseUrl: value('DATABASE_URL'),
    redisUrl: value('REDIS_URL'),
    objectStore:
      bucket === null ? null : { endpoint: value('S3_ENDPOINT'), bucket, region: value('S3_REGION') ?? 'us-east-1' },
  };
}

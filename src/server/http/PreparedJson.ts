import type { z } from 'zod';

/** An answer that was checked and written out once, to be sent as often as it is asked for. */
export class PreparedJson<Schema extends z.ZodType = z.ZodType> {
  readonly bytes: Buffer;

  constructor(schema: Schema, value: z.output<Schema>) {
    this.bytes = Buffer.from(JSON.stringify(schema.encode(value)));
  }
}

import { z } from 'zod';
import { batchSchema } from '../model/batch.js';
import { documentSchema } from '../model/document.js';

/** The JSON Schemas of the files that other tools read, by file name; docs/schema holds them as published. */
export const jsonSchemas: Readonly<Record<string, z.core.JSONSchema.BaseSchema>> = {
  'soat.document.v1.json': z.toJSONSchema(documentSchema),
  'soat.batch.v1.json': z.toJSONSchema(batchSchema),
};

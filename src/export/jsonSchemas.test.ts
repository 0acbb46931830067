import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../pipeline/packageRoot.js';
import { jsonSchemas } from './jsonSchemas.js';

describe('jsonSchemas', () => {
  it.each(Object.keys(jsonSchemas))(
    'is published as docs/schema/%s (npx vitest run src/export -u renews it)',
    async (name) => {
      await expect(`${JSON.stringify(jsonSchemas[name], null, 2)}\n`).toMatchFileSnapshot(
        path.join(packageRoot, 'docs', 'schema', name),
      );
    },
  );
});

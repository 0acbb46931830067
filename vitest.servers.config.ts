import { defineConfig } from 'vitest/config';

/** Suites that start Redis and PostgreSQL from the system's packages: `npm run test:servers`. */
export default defineConfig({
  test: {
    include: ['{src,test}/**/*.servers.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a server tells comes late on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 1,
  },
});

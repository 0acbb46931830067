import { defineConfig } from 'vitest/config';

/** Suites that need a Chromium: `CHROMIUM`, else /usr/bin/chromium. */
export default defineConfig({
  test: {
    include: ['src/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

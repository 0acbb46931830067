import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'fixtures/make/**/*.test.ts'],
    // They need what `npm ci` does not bring: `npm run test:servers`, `npm run test:browser`.
    exclude: [...configDefaults.exclude, '**/*.servers.test.ts', '**/*.browser.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

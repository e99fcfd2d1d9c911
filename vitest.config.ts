import { defineConfig } from 'vitest/config';

// Wide: a shared machine may be a tenth as fast as a quiet one, and a test that hangs is told all the same.
const expected = { poll: { timeout: 30_000 } };
const slow = { testTimeout: 300_000, hookTimeout: 300_000, expect: expected };
const slowest = { testTimeout: 900_000, hookTimeout: 900_000, expect: expected };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: expected,
        },
      },
      { test: { name: 'house', include: ['test/*.test.ts', 'test/oracle/*.test.ts'], ...slow } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          globalSetup: ['test/browser/chromium.ts'],
          ...slowest,
        },
      },
      { test: { name: 'real', include: ['test/real/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 } },
      { test: { name: 'full', include: ['test/full/*.test.ts'], testTimeout: 14_400_000, hookTimeout: 600_000 } },
    ],
  },
});

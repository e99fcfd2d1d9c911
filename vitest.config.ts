import { defineConfig } from 'vitest/config';

const slow = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'house', include: ['test/*.test.ts', 'test/oracle/*.test.ts'], ...slow } },
      { test: { name: 'real', include: ['test/real/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 } },
      { test: { name: 'full', include: ['test/full/*.test.ts'], testTimeout: 3_600_000, hookTimeout: 600_000 } },
    ],
  },
});

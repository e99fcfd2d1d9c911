import { expect, test } from 'vitest';
import { listMetrics } from '#api/figures.ts';
import { ask } from './ask.ts';

test.each([
  ['http://example.org:4180'],
  ['http://169.254.1.1:80'],
  ['https://127.0.0.1.example.org'],
  ['http://127.0.0.1:1'],
])('a lock that names %s is told as a server that does not answer', async (address) => {
  await expect(ask({ address }, listMetrics, {})).rejects.toThrow(`does not answer at ${address}`);
});

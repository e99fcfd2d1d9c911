import { expect, test } from 'vitest';
import { endpoints } from '#api/index.ts';
import { handlers } from './index.ts';

test('every endpoint is answered, and answered once', () => {
  expect(handlers.map(({ endpoint }) => endpoint.id)).toEqual(endpoints.map(({ id }) => id));
});

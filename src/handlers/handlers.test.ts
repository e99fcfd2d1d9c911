import { expect, test } from 'vitest';
import { endpoints } from '#api/index.ts';
import { handlers } from './index.ts';

test('every endpoint is answered, and answered once, but for what a server says of itself', () => {
  const ours = endpoints.filter(({ byServer }) => !byServer);
  expect(handlers.map(({ endpoint }) => endpoint.id)).toEqual(ours.map(({ id }) => id));
});

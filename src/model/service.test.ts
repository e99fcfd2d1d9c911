import { expect, test } from 'vitest';
import { Service } from './service.ts';

const level = (parts: object) => ({ serviceLevels: [{ target: 0.99, window: 'P30D', ...parts }] });

test.each([
  ['nothing but its key', {}, true],
  ['a team as customer', { internalCustomers: [{ team: 'a' }] }, true],
  ['a customer that is two', { internalCustomers: [{ team: 'a', stakeholderGroup: 'b' }] }, false],
  ['availability', level({ measure: 'availability' }), true],
  ['availability within a time', level({ measure: 'availability', within: 'PT1S' }), false],
  ['latency within a time', level({ measure: 'latency', within: 'PT0.3S' }), true],
  ['latency within no time', level({ measure: 'latency' }), false],
  ['a target of nothing', level({ measure: 'availability', target: 0 }), false],
  ['a target of more than all', level({ measure: 'availability', target: 99.9 }), false],
])('a service may have %s', (_, parts, allowed) => {
  expect(Service.safeParse({ key: 'x', ...parts }).success).toBe(allowed);
});

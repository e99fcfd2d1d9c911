import { expect, test } from 'vitest';
import { filesOf, testsOf } from './tests-of.ts';

test.each([
  ['beside it', 'src/model/statistics/random.ts', 'src/model/statistics/random.test.ts'],
  ['in another folder of its shelf', 'src/conformance/measure.ts', 'src/conformance/pressure/pressure.test.ts'],
  ['of what imports it', 'src/conformance/designed/targets.ts', 'src/conformance/delivery/within-target.test.ts'],
  ['of what imports what imports it', 'src/conformance/settings.ts', 'src/conformance/counted.test.ts'],
])('a file is tried against the tests %s', (_, file, expected) => {
  expect(testsOf(file)).toContain(expected);
});

test('a folder is its files, without tests and what only tests need', () => {
  const files = filesOf('src/model/calendar');
  expect(files).toContain('src/model/calendar/periods.ts');
  expect(files.filter((file) => /test|fixtures/.test(file))).toEqual([]);
});

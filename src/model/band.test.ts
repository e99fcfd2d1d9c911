import { expect, test } from 'vitest';
import { bandOf } from './band.ts';

test.each([
  ['kept', 0],
  ['tolerable', 0.1],
  ['tolerable', 49.9],
  ['beyond', 50],
  [undefined, null],
])('a rule is %s at severity %s', (band, severity) => {
  expect(bandOf({ severity: severity === null ? null : { value: severity, lower: null, upper: null } })).toBe(band);
});

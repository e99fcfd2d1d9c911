import { expect, test } from 'vitest';
import { Design } from '#model/design.ts';
import { capabilitiesIn } from '../fixtures/capabilities.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { competencyAvailability } from './competency-availability.ts';

const told = (text: string) => ({ records: capabilitiesIn(text) });

const shared = 'skill a:2/4+x,y b:3/2+y c:1/1';

test.each([
  ['supply of demand', 'skill a:2/4 b:1/2', '', 0.5],
  ['more than is demanded', 'skill a:6/4', '', 1.5],
  ['no skill that nobody demands', 'skill a:2/4 b:9/0', '', 0.5],
  ['no skill of which the supply is not known', 'skill a:2/4 b:-/2', '', 0.5],
  ['no skill of which the demand is not known', 'skill a:2/4 b:2/-', '', 0.5],
  ['nothing where both are known of none', 'skill b:2/-', '', null],
  ['nothing without skills', '', '', null],
  ['each capability apart', shared, 'by capability', { '(none)': 1, x: 0.5, y: 0.833333 }],
  ['one capability', shared, 'where capability=y', 0.833333],
  ['a skill once as a whole', shared, '', 0.857143],
])('competency availability counts %s', async (_, text, question, share) => {
  expect(await figure(competencyAvailability, told(text), question)).toEqual(share);
});

test.each([
  ['the same of critical skills', 'skill a!:2/4 b:9/1', { critical: 0.5 }],
  ['the demand that is met', 'skill a:2/4 b:9/1', { met: 0.6 }],
  ['the demand that is met where it is known', 'skill a:2/4 b:-/6', { met: 0.5 }],
  ['skills that are short', 'skill a:2/4 b:9/1 c:1/1 d:-/2', { short: 1 }],
  ['skills of one person', 'skill a:2/4~1 b:1/1~2 c:1/1~0 d:1/1', { singleHolders: 1, unheld: 1 }],
])('beside competency availability stands %s', async (_, text, expected) => {
  expect(await beside(competencyAvailability, told(text))).toMatchObject(expected);
});

test('a skill of which one side is not known lowers the coverage', async () => {
  const [reading] = await readingsOf(competencyAvailability, told('skill a*3:2/4 b:-/2'));
  expect(reading).toMatchObject({ value: 0.5, n: 3, coverage: 0.75, interval: 'complete', grade: 'D' });
});

const inForce = (from: string | undefined, to: string | undefined, status = 'in-force') => ({
  records: {
    ...capabilitiesIn('skill a:2/4'),
    design: Design.parse({ key: 'd', status, ...(from && { from }), ...(to && { to }) }),
  },
});

test.each([
  ['from its first day', '2024-01-10', undefined, '0..10d', 0.5],
  ['before its first day', '2024-01-11', undefined, '0..10d', null],
  ['on its last day', undefined, '2024-01-11', '0..10d', 0.5],
  ['after its last day', undefined, '2024-01-10', '0..10d', null],
])('a skill counts in the design in force, %s', async (_, from, to, question, share) => {
  expect(await figure(competencyAvailability, inForce(from, to), question)).toBe(share);
});

test('a design that is a draft needs no skill', async () => {
  expect(await figure(competencyAvailability, inForce(undefined, undefined, 'draft'))).toBeNull();
});

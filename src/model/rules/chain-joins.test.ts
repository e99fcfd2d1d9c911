import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { chainJoins } from './chain-joins.ts';

const link = (text: string, said: object = {}) => {
  const [giver = '', receiver = ''] = text.split(' > ');
  return {
    key: 'l',
    giver: { [giver]: 'x' },
    receiver: { [receiver]: 'y' },
    grade: 'E' as const,
    rationale: 'r',
    ...said,
  };
};

test.each([
  ['an investment and an initiative', 'investment > initiative', {}, []],
  ['an initiative and a capability', 'initiative > capability', { expectedGain: 1 }, []],
  ['a capability and an outcome', 'capability > outcome', { hypothesis: 'h' }, []],
  ['an outcome and a benefit', 'outcome > benefit', {}, []],
  ['no outcome by a short cut', 'investment > outcome', {}, ['investment → outcome → investment → initiative']],
  ['nothing backwards', 'outcome > capability', {}, ['outcome → capability → outcome → benefit']],
  [
    'no two of a kind but benefits',
    'initiative > initiative',
    {},
    ['initiative → initiative → initiative → capability'],
  ],
])('a link may join %s', (_, ends, said, expected) => {
  const found = told(chainJoins, { chainLinks: [link(ends, said)] });
  expect(found).toEqual(expected.map((wrong) => `chain-link l receiver: ${wrong}`));
});

test.each([
  [
    'a gain in maturity',
    'outcome > benefit',
    { expectedGain: 0 },
    'expectedGain: 0 → no expectedGain but from initiative to capability',
  ],
  [
    'a hypothesis',
    'initiative > capability',
    { hypothesis: 'h' },
    'hypothesis: h → no hypothesis but from capability to outcome',
  ],
])('%s is said by the one kind of link that it is about', (_, ends, said, wrong) => {
  expect(told(chainJoins, { chainLinks: [link(ends, said)] })).toEqual([`chain-link l ${wrong}`]);
});

test.each([
  ['supporting', 'end', []],
  ['supporting', 'supporting', []],
  ['end', 'end', ['chain-link l giver.benefit: x → a benefit that is as: supporting; an end benefit feeds no other']],
] as const)('whether a benefit that is %s may feed one that is %s', (giver, receiver, expected) => {
  const benefits = [
    { key: 'x', kind: 'cost' as const, unit: 'hours', as: giver },
    { key: 'y', kind: 'cost' as const, unit: 'hours', as: receiver },
  ];
  expect(told(chainJoins, { benefits, chainLinks: [link('benefit > benefit')] })).toEqual(expected);
});

import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { planningIn } from '../fixtures/planning.ts';
import { day, initiativesIn } from '../fixtures/portfolio.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { strategyIn } from '../fixtures/strategy.ts';
import { adaptationLag } from './adaptation-lag.ts';

/** Five capabilities that `a` depends on at the cut, and another; its weight rises on day 30. Initiative `i1` works on `c1`. */
const needs = 'a needs c12 c22 c32 c43 c52 x1; b needs y3';
const rise = 'q1@0..30d a=0.4 b=0.6; q2@30d..60d a=0.4 b=0.6';
const risen = 'q1@0..30d a=0.4 b=0.6; q2@30d..60d a=0.7 b=0.3';

type Told = {
  readonly strategy?: string;
  readonly planning?: string;
  readonly decided?: string;
  readonly approved?: string;
};

const five = [1, 2, 3, 4, 5];
const links = five.flatMap((n) => [
  link({ initiative: `i${n}` }, { capability: `c${n}` }),
  link({ investment: `m${n}` }, { initiative: `i${n}` }),
]);

function link(giver: object, receiver: object) {
  return { giver, receiver, grade: 'D' as const, rationale: 'so it is' };
}

/** `fund i1@3d` is a decision of that kind about what is named: a capability, an initiative or an investment. */
const decisionsOf = (text: string) =>
  text.split('; ').flatMap((line, index) => {
    const [, type = '', key = '', time = ''] = /^(\w+) (\w+)@(\w+)$/.exec(line) ?? [];
    const kinds: Record<string, string> = { c: 'capability', x: 'capability', i: 'initiative', m: 'investment' };
    const subject = { [kinds[key[0] ?? ''] ?? '']: key };
    if (type === '') return [];
    const at = `${day(time)}T12:00:00Z`;
    return [{ key: `d${index}`, type, subject, raisedAt: at, decidedAt: at }];
  });

const world = ({ strategy = `${risen}; ${needs}`, planning = '', decided = '', approved = '' }: Told) => {
  const [plan, strategic] = [planningIn(planning), strategyIn(strategy, 'z c1 c2 c3 c4 c5')];
  const records: DesignInput = {
    ...strategic,
    initiatives: initiativesIn('i*5'),
    investments: five.map((n) => ({
      key: `m${n}`,
      basis: 'project',
      class: 'grow',
      ...(n === Number(approved[1]) ? { approvedOn: day(approved.slice(3)) } : {}),
    })),
    chainLinks: links,
    decisionTypes: ['fund', 'prioritise', 'other'].map((key) => ({ key, decides: key as 'fund' })),
    decisions: decisionsOf(decided),
    planningPeriods: [...(strategic.planningPeriods ?? []), ...(plan.planningPeriods ?? [])],
    priorityLists: plan.priorityLists,
  };
  return { records };
};

const all = (kind: string, time: string) => five.map((n) => `${kind}${n}@${time}`);
const fund = (...things: string[]) => things.map((thing) => `fund ${thing}`).join('; ');

test.each([
  ['days to a decision to fund', { decided: fund(...all('c', '37d')) }, '', 7],
  ['days to one to prioritise', { decided: fund(...all('c', '37d')).replaceAll('fund', 'prioritise') }, '', 7],
  ['no other decision', { decided: fund(...all('c', '37d')).replaceAll('fund', 'other') }, '', null],
  ['days to the first of several', { decided: fund(...all('c', '44d'), ...all('c', '37d')) }, '', 7],
  ['decisions about what works on it', { decided: fund(...all('i', '37d')) }, '', 7],
  ['decisions about what pays for it', { decided: fund(...all('m', '37d')) }, '', 7],
  ['no decision before the change', { decided: fund(...all('c', '29d')) }, '', null],
  ['one on the very day', { decided: fund(...all('c', '30d')) }, '', 0],
  ['none where the weight stayed', { strategy: `${rise}; ${needs}`, decided: fund(...all('c', '37d')) }, '', null],
  [
    'a fall as a rise',
    { strategy: `q1@0..30d a=0.7 b=0.3; q2@30d..60d a=0.4 b=0.6; ${needs}`, decided: fund(...all('c', '37d')) },
    '',
    7,
  ],
  [
    'a goal that got a weight',
    { strategy: `q1@0..30d b=1; q2@30d..60d a=0.4 b=0.6; ${needs}`, decided: fund(...all('c', '37d')) },
    '',
    7,
  ],
  ['no first period', { strategy: `q2@30d..60d a=0.4 b=0.6; ${needs}`, decided: fund(...all('c', '37d')) }, '', null],
  [
    'periods of each kind apart',
    { strategy: `q1@0..30d a=0.4 b=0.6; y:year@30d..360d a=0.7 b=0.3; ${needs}`, decided: fund(...all('c', '37d')) },
    '',
    null,
  ],
  [
    'nothing of a capability below the cut',
    { strategy: `${risen}; a needs c12 c22 c32 c42 x1`, decided: fund(...all('c', '37d')) },
    '',
    null,
  ],
  ['places of initiatives on a list', { planning: 'list:q2@28d i*5; list:q2@37d i5 i*4' }, '', 7],
  ['a list for the period as of its first day', { planning: 'list:q1@0 i*5; list:q2@28d i5 i*4' }, '', 0],
  ['no list for the period before', { planning: 'list:q1@0 i*5; list:q1@28d i5 i*4' }, '', null],
  ['no list that is late for the period before', { planning: 'list:q1@0 i*5; list:q1@37d i5 i*4' }, '', null],
  ['no first list', { planning: 'list:q2@37d i*5' }, '', null],
  ['no list on which nothing moved', { planning: 'list:q2@28d i*5; list:q2@37d i*5' }, '', null],
  ['what left a list', { planning: 'list:q2@28d i*5; list:q2@37d z' }, '', 7],
  ['places of the goals that need it', { planning: 'list:q2@28d !a !b; list:q2@37d !b !a' }, '', 7],
  ['changes in the window', { decided: fund(...all('c', '37d')) }, '30d..31d', 7],
  ['no change before it', { decided: fund(...all('c', '37d')) }, '31d..60d', null],
  ['no change as it closes', { decided: fund(...all('c', '37d')) }, '0..30d', null],
  ['one capability', { decided: fund(...all('c', '37d')) }, 'where capability=c1', null],
])('the adaptation lag counts %s', async (_, told: Told, question, days) => {
  const asked = /\.\./.test(question) ? question : `0..90d ${question}`.trim();
  expect(await figure(adaptationLag, world(told), asked)).toEqual(days);
});

test.each([
  ['an investment approved since', 'm1@37d', 0.166667],
  ['none approved before', 'm1@29d', 0],
  ['one approved on the very day', 'm1@30d', 0.166667],
  ['none of another capability', 'm9@37d', 0],
])('what follows counts %s', async (_, approved, followed) => {
  expect(await beside(adaptationLag, world({ approved }), '0..90d')).toEqual({ followed });
});

test('what nobody has followed yet is as old as the day of reading', async () => {
  const [reading] = await readingsOf(
    adaptationLag,
    world({ decided: fund('c1@31d', 'c2@32d', 'c3@33d', 'c4@50d') }),
    '0..90d at 40d',
  );
  expect(reading).toMatchObject({ value: 3, n: 6, also: { followed: 0.5 } });
});

test('no weight has changed on a day that is not there yet', async () => {
  const [reading] = await readingsOf(adaptationLag, world({ decided: fund(...all('c', '31d')) }), '0..90d at 29d');
  expect(reading).toMatchObject({ value: null, n: 0 });
});

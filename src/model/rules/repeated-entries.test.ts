import { expect, test } from 'vitest';
import type { DesignInput } from '../design-model.ts';
import { told } from '../fixtures/told.ts';
import { kinds } from '../records.ts';
import { repeatedEntries } from './repeated-entries.ts';

const profile = (...periods: readonly string[]) => periods.map((period) => ({ period, value: '1' }));
const amounts = (...periods: readonly string[]) =>
  periods.map((period) => ({ period, amount: { amount: '1', currency: 'EUR' } }));
const weights = (...periods: readonly string[]) => periods.map((period) => ({ period, weight: 1 }));
const benefit = (said: object) => ({ benefits: [{ key: 'b', kind: 'cost' as const, unit: 'hours', ...said }] });
const list = (...ranks: readonly object[]) => ({
  priorityLists: [
    { key: 'l', period: 'q1', approvedOn: '2026-01-01', ranking: ranks.map((rank, n) => ({ rank: n + 1, ...rank })) },
  ],
});

test.each<[string, DesignInput, string[]]>([
  ['nothing in a list of different ones', { goals: [{ key: 'g', statement: 's', weights: weights('q1', 'q2') }] }, []],
  [
    'a period that a goal weighs twice',
    { goals: [{ key: 'g', statement: 's', weights: weights('q1', 'q2', 'q1') }] },
    ['goal g weights[2].period: q1 → every period once in weights'],
  ],
  [
    'an initiative ranked twice',
    list({ initiative: 'a' }, { initiative: 'a' }),
    ['priority-list l ranking[1].initiative: a → every initiative once in ranking'],
  ],
  [
    'a goal ranked twice',
    list({ goal: 'a' }, { goal: 'a' }),
    ['priority-list l ranking[1].goal: a → every goal once in ranking'],
  ],
  [
    'a period of a skill twice',
    { skills: [{ key: 's', developmentSpend: amounts('q1', 'q1') }] },
    ['skill s developmentSpend[1].period: q1 → every period once in developmentSpend'],
  ],
  [
    'a budget twice',
    { investments: [{ key: 'i', basis: 'run', class: 'run', budget: amounts('q1', 'q1') }] },
    ['investment i budget[1].period: q1 → every period once in budget'],
  ],
  [
    'an initiative twice in a plan',
    { planSnapshots: [{ key: 's', on: '2026-01-01', initiatives: [{ initiative: 'a' }, { initiative: 'a' }] }] },
    ['plan-snapshot s initiatives[1].initiative: a → every initiative once in initiatives'],
  ],
  [
    'a period planned twice',
    benefit({ plan: { profile: profile('q1', 'q1') } }),
    ['benefit b plan.profile[1].period: q1 → every period once in profile'],
  ],
  [
    'a period twice in one forecast, not in two',
    benefit({
      forecasts: [
        { madeOn: '2026-01-01', profile: profile('q1') },
        { madeOn: '2026-02-01', profile: profile('q1', 'q1') },
      ],
    }),
    ['benefit b forecasts[1].profile[1].period: q1 → every period once in profile'],
  ],
  [
    'a period realised twice',
    benefit({ realised: profile('q1', 'q1') }),
    ['benefit b realised[1].period: q1 → every period once in realised'],
  ],
  [
    'a measure twice',
    {
      scorecards: [
        {
          key: 's',
          audience: 'a',
          measures: [
            { key: 'm', signal: 4 },
            { key: 'm', signal: 4 },
          ],
        },
      ],
    },
    ['scorecard s measures[1].key: m → every key once in measures'],
  ],
  [
    'an option twice',
    {
      decisions: [{ key: 'd', type: 't', raisedAt: '2026-01-01T00:00:00Z', options: [{ key: 'o' }, { key: 'o' }] }],
    },
    ['decision d options[1].key: o → every key once in options'],
  ],
  [
    'a question and a group twice',
    {
      surveys: [
        {
          key: 's',
          opensOn: '2026-01-01',
          questions: [
            { key: 'q', text: 't', scale: '1-5' },
            { key: 'q', text: 't', scale: '1-5' },
          ],
          audience: [{ group: 'g' }, { group: 'g' }],
        },
      ],
    },
    [
      'survey s questions[1].key: q → every key once in questions',
      'survey s audience[1].group: g → every group once in audience',
    ],
  ],
])('repeated entries are found: %s', (_, input, expected) => {
  expect(told((model) => repeatedEntries(model, kinds), input)).toEqual(expected);
});

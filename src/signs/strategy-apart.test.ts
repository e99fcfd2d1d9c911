import { expect, test } from 'vitest';
import { conclude } from './conclude.ts';
import { evidence } from './fixtures/evidence.ts';
import { readRules } from './read.ts';
import { strategyApart } from './strategy-apart.ts';

const read = (told: Parameters<typeof evidence>[0]) => readRules(strategyApart, evidence(told));
const severityOf = (told: Parameters<typeof evidence>[0], id: string) =>
  read(told).find(({ rule }) => rule === `sign.strategy-apart.${id}`)?.severity?.value;

test.each([
  ['moved-early', 'alignment.hold-ratio', [1, 0.5, 0.25]],
  ['no-goal', 'alignment.strategic-items/withoutGoal', [0.2, 0.5, 0.8]],
  ['decisions', 'decision.priority-consistency', [0.95, 0.8, 0.6]],
  ['teams-differ', 'flow.consistency', [0.1, 0.3, 0.6]],
])('%s judges %s by its breakpoints', (id, metric, values) => {
  const severities = values.map((value) => severityOf({ figures: `${metric}=${value} ${value}..${value}` }, id));
  expect(severities).toEqual([0, 50, 100].map((each) => expect.closeTo(each, 9)));
});

test('money and effort have the severity of their rules of conformance, and tell what lies elsewhere', () => {
  const rules =
    'capabilities.money-follows-importance=0.7 0.7..0.7; capabilities.effort-follows-importance=0.6 0.6..0.6';
  const [money, effort] = read({ rules });
  expect([money?.severity?.value, effort?.severity?.value]).toEqual([75, 100].map((each) => expect.closeTo(each, 9)));
  expect(money?.says).toMatch(/^30% of the money lies elsewhere than the goals say/u);
  expect(effort?.says).toMatch(/^40% of the days of teams go elsewhere than the goals say/u);
});

test('two of them call it, and what nothing feeds yet says so', () => {
  const told = {
    rules: 'capabilities.money-follows-importance=0.5 0.5..0.5',
    figures: 'alignment.hold-ratio=0.3 0.2..0.4; decision.priority-consistency=0.9 0.85..0.95',
  };
  const sign = conclude(strategyApart, read(told));
  expect(sign).toMatchObject({ status: 'called', severity: expect.closeTo(100, 9) });
  expect(sign.sentence).toMatch(
    /^Strategy and execution are apart: 50% of the money .*; and a priority holds for 30% of /u,
  );
  const unfed = sign.rules.filter(({ standsOn }) => standsOn === 'nothing yet');
  expect(unfed.map(({ missing }) => missing)).toEqual([
    'logs are not read yet for what a team set aside when it began something else',
    'the order of the priorities of a log, and answers to the pulse, are not read yet',
  ]);
});

test('figures are read as clauses of a sentence', () => {
  const figures =
    'alignment.hold-ratio=0.4 0.4..0.4; alignment.strategic-items/withoutGoal=0.6 0.6..0.6; decision.priority-consistency=0.7 0.7..0.7; flow.consistency=0.35 0.35..0.35';
  expect(read({ figures }).flatMap(({ says }) => says?.replace(/ \(.*/u, '') ?? [])).toEqual([
    'a priority holds for 40% of the time that its work takes',
    '60% of the items that get done serve no stated goal',
    '30% of decisions between two priorities favour the lower one',
    '35% of how long like work takes is told by the team that does it',
  ]);
});

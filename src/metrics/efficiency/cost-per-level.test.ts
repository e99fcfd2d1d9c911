import { expect, test } from 'vitest';
import { boughtIn } from '../fixtures/bought.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { costPerLevel } from './cost-per-level.ts';

const ways = 'm1>i1:1 m2>i2:1 i1>web:1 i2>app:1';
const told = (money: string, aims: string) => ({ records: boughtIn(`${money}; ${ways}`, aims) });

const money = 'm1 60@5d; m2 40@6d';
const grew = 'rated web=1@-9d web=3@8d app=2@-9d app=2@8d';
const scales = `${grew} web=0@-9d:cmmi web=5@8d:cmmi`;

test.each([
  ['all that was spent on them by each level', money, grew, '', 50],
  ['no level that was lost', money, 'rated web=1@-9d web=3@8d app=4@-9d app=2@8d', '', 50],
  ['what each of them gained', money, 'rated web=1@-9d web=3@8d app=2@-9d app=4@8d', '', 25],
  ['parts of a level', 'm1 60@5d', 'rated web=1@-9d web=1.5@8d', '', 120],
  ['cents', 'm1 0.05@5d', 'rated web=1@-9d web=2@8d', '', 0.05],
  ['nothing where none gained', money, 'rated web=3@-9d web=3@8d app=4@-9d app=2@8d', '', null],
  ['no money on what was not rated before', money, 'rated web=1@-9d web=3@8d app=2@8d', '', 30],
  ['no money on what is not rated', money, 'rated web=1@-9d web=3@8d', '', 30],
  ['no money that leads nowhere', `${money}; m9 900@5d`, grew, '', 50],
  ['no money on what is staler than a year', money, 'rated web=1@-9d web=3@8d app=1@-400d app=4@-390d', '', 30],
  ['no level before that is stale', money, 'rated web=1@-9d web=3@8d app=2@-380d app=3@8d', '', 30],
  ['levels from the day before the window', money, 'rated web=1@-1d web=3@8d', '', 30],
  ['none of its first day', money, 'rated web=1@0 web=3@8d', '', null],
  ['the last level before', money, 'rated web=0@-9d web=1@-5d web=3@8d', '', 30],
  ['the last level within', money, 'rated web=1@-9d web=2@8d web=3@9d', '', 30],
  ['levels of the last day', money, 'rated web=1@-9d web=2@8d web=3@19d', '0..20d', 30],
  ['none of the day after', money, 'rated web=1@-9d web=3@8d web=9@20d'.replace('9@20d', '5@20d'), '0..20d', 30],
  ['none after figures are read', money, 'rated web=1@-9d web=3@8d web=5@20d', '0..30d at 19d', 30],
  ['money as the window opens', 'm1 60@5d', 'rated web=1@-9d web=3@8d', '5d..20d', 30],
  ['none before', 'm1 60@5d 900@4d', 'rated web=1@-9d web=3@8d', '5d..20d', 30],
  ['none as it closes', 'm1 60@5d 900@20d', 'rated web=1@-9d web=3@8d', '0..20d', 30],
  ['no budget', 'm1 60@5d 900%q', 'period q@0..30d; rated web=1@-9d web=3@8d', '', 30],
  ['the levels of the one above where none are its own', money, 'can it web<it app<it; rated it=1@-9d it=3@8d', '', 50],
  [
    'the gain of the one above once',
    money,
    'can it web<it app<it; rated it=1@-9d it=3@8d',
    'by capability',
    { it: 50 },
  ],
  ['the scale that most are on', `${money}; m3 9@5d; m3>i1:1`, `${scales} web=1@-9d:a`, '', 54.5],
  ['the first scale by name of several', 'm1 60@5d', 'rated web=1@-9d web=3@8d web=1@-9d:aa web=2@8d:aa', '', 60],
  ['each scale apart', money, scales, 'by scale', { cmmi: 12, iso: 50 }],
  ['one scale', money, scales, 'where scale=cmmi', 12],
  ['each capability apart', money, grew, 'by capability', { app: null, web: 30 }],
  ['one capability', money, grew, 'where capability=web', 30],
])('the cost of a level counts %s', async (_, spent, aims, question, cost) => {
  expect(await figure(costPerLevel, told(spent, aims), question)).toEqual(cost);
});

test.each([
  ['what of all money is judged', `${money}; m9 100@5d`, 'rated web=1@-9d web=3@8d app=2@8d', { judged: 0.3 }],
  ['what gained nothing', money, grew, { withoutGain: 0.4 }],
  ['what gained one level as a gain', money, 'rated web=1@-9d web=2@8d app=2@-9d app=2@8d', { withoutGain: 0.4 }],
  ['what fell as without a gain', money, 'rated web=1@-9d web=3@8d app=4@-9d app=2@8d', { withoutGain: 0.4, fell: 1 }],
  ['what is not judged as neither', money, 'rated web=1@-9d web=3@8d', { judged: 0.6, withoutGain: 0, fell: 0 }],
  ['that nothing fell which stayed', money, grew, { fell: 0 }],
  [
    'nothing of what fell where no level is known',
    money,
    'rated web=3@8d',
    { judged: 0, withoutGain: null, fell: null },
  ],
])('beside the cost of a level stands %s', async (_, spent, aims, expected) => {
  expect(await beside(costPerLevel, told(spent, aims))).toMatchObject(expected);
});

test('what is unmapped, unrated or without a rate lowers the coverage', async () => {
  const [reading] = await readingsOf(costPerLevel, told(`${money} 5USD@7d; m9 9@5d`, grew));
  expect(reading).toMatchObject({ value: 30, unit: 'EUR', n: 1, coverage: 1 / 3, grade: 'D', interval: 'complete' });
  const [scaled] = await readingsOf(costPerLevel, told(`m1 60@5d 5USD@7d`, 'can it web<it; rated it=1@-9d it=3@8d'));
  expect(scaled).toMatchObject({ value: null, coverage: 0 });
});

test('that none gained is said', async () => {
  const [reading] = await readingsOf(costPerLevel, told(money, 'rated web=3@-9d web=3@8d'));
  expect(reading?.missing).toMatch(/^no capability that money went to gained a level/);
});

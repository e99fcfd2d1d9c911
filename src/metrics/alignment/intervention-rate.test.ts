import { expect, test } from 'vitest';
import { day } from '../fixtures/portfolio.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { interventionRate } from './intervention-rate.ts';

const ten = 'D*10 active@0 done@1d';
const granted = (...days: (string | undefined)[]) => [
  {
    key: 'p',
    appliesTo: 'all',
    exceptions: days.map((on) => ({ what: 'once', ...(on === undefined ? {} : { on: day(on) }) })),
  },
];
const world = (log: string, days: (string | undefined)[] = []) => ({
  log: `${log}; Z .@200d`,
  records: { policies: granted(...days) },
});

test.each([
  ['nothing where nobody forces anything', ten, '', 0],
  [
    'each escalation of a decision',
    `${ten}; A:change ask@0 escalate(head)@1h escalate(chief)@2h decide(chief)@3h`,
    '',
    20,
  ],
  ['escalations on the day of the decision', `${ten}; A:change ask@-9d escalate(head)@-8d decide(head)@1d`, '', 10],
  ['no escalation of what is not decided', `${ten}; A:change ask@0 escalate(head)@1h`, '', 0],
  ['no decision without any', `${ten}; A:change ask@0 decide(lead)@1h`, '', 0],
  [
    'escalations of the window',
    `${ten}; A:change ask@-9d escalate(head)@-8d decide(head)@0; B:change ask@0 escalate(head)@1d decide(head)@2d; C:change ask@-9d escalate(head)@-8d decide(head)@-1h`,
    '0..2d',
    10,
  ],
  ['each change of a priority after the start', `${ten}; A new#low@0 active@1h .#high@2h .#low@3h`, '', 20],
  ['each of several priorities', `${ten}; A active#low@0 .#high@1h .#mid@2h .#mid@3h`, '', 20],
  ['no change before the start', `${ten}; A new#low@0 .#high@1h active@2h`, '', 0],
  ['no change at the start', `${ten}; A new#low@0 active#high@1h`, '', 0],
  ['no priority that is first told later', `${ten}; A active@0 .#high@1h`, '', 0],
  ['no priority that is told again', `${ten}; A active#high@0 .#high@1h; B active#low@0`, '', 0],
  ['no other name of the same priority', `${ten}; A active#high@0 .#High@1h`, '', 0],
  ['a change at the end of its item', `${ten}; A active#low@0 done#high@1d`, '', 9.090909],
  ['no change after the end', `${ten}; A active#low@0 done@1d .#high@2d`, '', 0],
  [
    'changes of the window',
    `${ten}; A active#low@-9d .#high@0; B active#low@0 .#high@2d; C active#low@-9d .#high@-1h`,
    '0..2d',
    10,
  ],
  ['each emergency', `${ten}; A*2:urgent ask@0; B:change ask@0`, '', 20],
  ['emergencies raised in the window', `${ten}; A:urgent ask@0; B:urgent ask@-1h; C:urgent ask@2d`, '0..2d', 10],
  ['items done as the window opens', 'D*10 active@0 done@1d; A active#low@1d .#high@2d', '1d..9d', 10],
  ['no items done as it closes', `${ten}; E*10 active@0 done@2d; A active#low@0 .#high@1h`, '0..2d', 10],
  ['no cancelled or open work', `${ten}; E*10 active@0 dropped@1d; F*10 active@0; A active#low@0 .#high@1h`, '', 10],
  ['more than there are items done', 'D*5 active@0 done@1d; A*10 active#low@0 .#high@1h', '', 200],
  ['nothing where no item was done', 'A*9 active#low@0 .#high@1h', '', null],
  ['nothing where nothing happened', '', '', null],
  [
    'each team apart',
    'D*10 red active@0 done@1d; E*10 blue active@0 done@1d; A red active#low@0 .#high@1h',
    'by team',
    { blue: 0, red: 10 },
  ],
  [
    'each type apart',
    'D*10:bug active@0 done@1d; E*10:urgent active@0 done@1d; A:urgent ask@0',
    'by item-type',
    { bug: 0, urgent: 10 },
  ],
  [
    'one capability',
    'D*10+web active@0 done@1d; E*10 active@0 done@1d; A*2+web active#low@0 .#high@1h',
    'where capability=web',
    20,
  ],
  [
    'the capability and the team of a decision',
    'D*10:change+web red active@0 done@1d; A:change+web red ask@0 escalate(head)@1h decide(head)@2h',
    'by team',
    { red: 10 },
  ],
  [
    'the capability of a decision',
    'D*10:change+web active@0 done@1d; A:change+web ask@0 escalate(head)@1h decide(head)@2h; B:urgent+web ask@0',
    'by capability',
    { web: 20 },
  ],
  [
    'the type of a decision and of a change',
    'D*10:change active@0 done@1d; A:change ask@0 escalate(head)@1h decide(head)@2h; B:change active#low@0 .#high@1h',
    'by item-type',
    { change: 20 },
  ],
  ['the team of an emergency', 'D*10:urgent red active@0 done@1d; A:urgent red ask@0', 'by team', { red: 10 }],
])('interventions count %s', async (_, log, question, rate) => {
  expect(await figure(interventionRate, world(log), question)).toEqual(rate);
});

test.each([
  ['each exception from a policy', ['3d', '4d'], '', 20],
  ['none without a day', [undefined], '', 0],
  ['those granted as the window opens', ['1d'], '1d..9d', 10],
  ['none granted before', ['1d', '0'], '1d..9d', 10],
  ['none granted as it closes', ['2d', '1d'], '0..2d', 10],
  ['those of the day on which figures are read', ['3d', '4d'], '0..30d at 3d', 10],
])('interventions count %s', async (_, days, question, rate) => {
  expect(await figure(interventionRate, world(ten, days), question)).toEqual(rate);
});

test('what was forced stands beside it by its kind, and is as unsure as counts are', async () => {
  const log = `${ten}; A new#low@0 active@1h .#high@2h; B:change ask@0 escalate(head)@1h escalate(chief)@2h decide(chief)@3h; C*4:urgent ask@0; E:change ask@0 decide(lead)@1h`;
  const told = world(log, ['3d', '4d', '5d']);
  expect(await beside(interventionRate, told)).toEqual({
    escalations: 20,
    priorityChanges: 10,
    exceptions: 30,
    emergencies: 40,
  });
  const [reading] = await readingsOf(interventionRate, told);
  expect(reading).toMatchObject({ value: 100, n: 19, interval: 'bootstrap', coverage: 1 });
  expect(reading?.upper).toBeGreaterThan(100);
  const [none] = await readingsOf(interventionRate, world(ten));
  expect(none).toMatchObject({ value: 0, lower: 0, interval: 'wilson' });
  expect(none?.upper).toBeCloseTo(27.75, 1);
});

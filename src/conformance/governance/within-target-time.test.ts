import { expect, test } from 'vitest';
import { each, readIn, told, type World } from '../fixtures/world.ts';
import { withinTargetTime } from './within-target-time.ts';

const design: World['design'] = {
  decisionRights: [{ key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' }, within: 'P2D' }],
};
const target = 'within_seconds=172800 within_clock=elapsed';
const four = each('A B C D', `raised=03-01 decided=03-02 ${target}`);
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['one made in time', `E raised=03-01 decided=03-02 ${target}`, '5/5'],
  ['one made at the very end of its time', `E raised=03-01 decided=03-03 ${target}`, '5/5'],
  ['one made too late as missed', `E raised=03-01 decided=03-03T00:01 ${target}`, '4/5'],
  ['one open past its time as missed', `E raised=12-28 ${target}`, '4/5'],
  ['no open one whose time is not up', `E raised=12-29T00:01 ${target}`, few],
  [
    'the clock of the right',
    'E raised=03-01 decided=03-05 within_seconds=172800 within_clock=working took_working=3600',
    '5/5',
  ],
  ['one by when it was raised', `E raised=2025-12-31 decided=01-01 ${target}`, few],
  ['none without a target', 'E raised=03-01 decided=03-02', few],
  ['no open one without a target', 'E raised=12-01', few],
])('decisions within the target time count %s', async (_, decision, expected) => {
  expect(told(await readIn(withinTargetTime, { design, decisions: `${four};${decision}` }))).toBe(expected);
});

test('a right without a time is no target', async () => {
  const untimed: World['design'] = {
    decisionRights: [{ key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' } }],
  };
  expect((await readIn(withinTargetTime, { design: untimed, decisions: four })).status).toBe('not-designed');
});

test('open ones are told apart, and a case says how late it is', async () => {
  const decisions = `${four}; E raised=12-30 ${target}; F raised=12-01 ${target}; G raised=03-01 decided=03-02; H raised=12-01`;
  const { details, examples, coverage } = await readIn(withinTargetTime, { design, decisions });
  expect(details).toEqual({ openNotYetDue: 1, openPastTarget: 1, medianTimesTarget: 0.5 });
  expect(examples.map(({ because }) => because)).toEqual([
    'still open after 720.0 hours, 48.0 hours were allowed (elapsed time)',
  ]);
  expect(coverage).toBeCloseTo(5 / 7);
});

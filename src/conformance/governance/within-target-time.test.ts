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
  ['no open one whose time is not up', `E raised=12-29 ${target}`, few],
  [
    'the clock of the right',
    'E raised=03-01 decided=03-05 within_seconds=172800 within_clock=working took_working=3600',
    '5/5',
  ],
  ['one raised as the window opens', `E raised=01-01 decided=01-02 ${target}`, '5/5'],
  ['one by when it was raised', `E raised=2025-12-31 decided=01-01 ${target}`, few],
  ['none raised as the window closes', `E raised=2027-01-01 decided=2027-01-02 ${target}`, few],
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

test('one right with a time is a target, whatever the others say', async () => {
  const [timed] = design?.decisionRights ?? [];
  const rights = [...(timed ? [timed] : []), { ...timed, key: 'untimed', within: undefined }] as NonNullable<
    World['design']
  >['decisionRights'];
  expect((await readIn(withinTargetTime, { design: { decisionRights: rights }, decisions: four })).status).toBe(
    'not-enough-data',
  );
});

test('open ones stand apart, and beside them the median of those decided', async () => {
  const decisions = [
    `A raised=03-01 decided=03-02 ${target}`,
    `B raised=03-01 decided=03-05 ${target}`,
    `C raised=12-29 ${target}`,
    `D raised=12-01 ${target}`,
    `E raised=2027-01-01 decided=2027-01-02 ${target}`,
    `F raised=03-01 decided=03-02 ${target}`,
    `G raised=03-01 decided=03-05 ${target}`,
  ];
  const { details } = await readIn(withinTargetTime, { design, decisions: decisions.join(';') });
  expect(details).toEqual({ openNotYetDue: 1, openPastTarget: 1, medianTimesTarget: 1.25 });
});

test('a case says how late it is, and what has no target lowers the coverage', async () => {
  const decisions = `${four}; E raised=03-01 decided=03-05 ${target}; F raised=12-01 ${target}; G raised=03-01 decided=03-02; H raised=12-01`;
  const { examples, coverage } = await readIn(withinTargetTime, { design, decisions });
  expect(examples).toMatchObject([
    {
      at: '2026-12-01T00:00:00.000Z',
      because: 'still open after 30.0 days, 2.0 days were allowed (elapsed time)',
    },
    { at: '2026-03-01T00:00:00.000Z', because: 'decided after 4.0 days, 2.0 days were allowed (elapsed time)' },
  ]);
  expect(coverage).toBeCloseTo(6 / 8);
});

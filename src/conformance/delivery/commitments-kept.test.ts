import { expect, test } from 'vitest';
import { each, readIn, told } from '../fixtures/world.ts';
import { commitmentsKept } from './commitments-kept.ts';

const four = each('A B C D', 'done started=03-01 ended=03-04 promised=03-05 promised_first=03-05');
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['one done before it', 'E done ended=03-04 promised=03-05', '5/5'],
  ['one done at the promised time', 'E done ended=03-05 promised=03-05', '5/5'],
  ['one done after it as broken', 'E done ended=03-05T00:01 promised=03-05', '4/5'],
  ['one that is open and overdue as broken', 'E open promised=03-05', '4/5'],
  ['no open one that is not due', 'E open promised=12-31', few],
  ['no open one that was due before the window', 'E open promised=2025-12-30', few],
  ['none without a promise', 'E done ended=03-05', few],
  ['none that was dropped', 'E cancelled ended=03-05 promised=03-04', few],
  ['an open one that was due as the window opens as broken', 'E open promised=01-01', '4/5'],
  ['one done as the window opens', 'E done ended=01-01 promised=01-02', '5/5'],
  ['none done as the window closes', 'E done ended=2027-01-01 promised=2027-01-02', few],
  ['one by when it was done', 'E done ended=2025-12-31 promised=2026-01-02', few],
])('promises count %s', async (_, item, expected) => {
  expect(told(await readIn(commitmentsKept, { items: `${four};${item}` }))).toBe(expected);
});

test('without a promise on any item it says so, and of how many', async () => {
  const items = each('A B C D E', 'done started=03-01 ended=03-04');
  expect(told(await readIn(commitmentsKept, { items }))).toBe(
    'not-enough-data: no item done in the window has a promised date (0 of 5)',
  );
});

test('an open one that is due as the window closes is not in it', async () => {
  const world = { items: `${four}; E open promised=2027-01-01`, asOf: '2027-06-01' };
  expect(told(await readIn(commitmentsKept, world))).toBe(few);
});

test('the first promise, the slip and what is overdue stand beside', async () => {
  const items = [
    four,
    'E done ended=03-08 promised=03-09 promised_first=03-08',
    'F open promised=10-01 promised_first=2025-12-20',
    'G done ended=03-05 promised_first=03-09',
    'H done ended=03-08 promised=03-05 promised_first=03-05',
    'I done ended=03-08 promised=03-09 promised_first=03-05',
  ];
  const { details, examples, coverage } = await readIn(commitmentsKept, { items: items.join(';') });
  expect(details).toMatchObject({ keptByFirstPromise: 5 / 8, slipP50Days: -1, openOverdue: 1 });
  expect(details.slipP85Days).toBeCloseTo(-1 + 0.95 * 4);
  expect(examples).toMatchObject([
    { at: '2026-10-01T00:00:00.000Z', because: 'still open 91.0 days after the promised time' },
    { at: '2026-03-08T00:00:00.000Z', because: 'done 3.0 days after the promised time' },
  ]);
  expect(coverage).toBeCloseTo(8 / 9);
});

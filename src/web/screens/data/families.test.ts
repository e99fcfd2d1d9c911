import { expect, test } from 'vitest';
import { familiesOf } from './families.ts';
import { cards } from './fixtures/cards.ts';

test.each([
  ['', 'flow.waiting quality.rework governance.settled-once sign.flow-breakdown'],
  ['WAIT', 'flow.waiting'],
  ['fl1', 'flow.waiting quality.rework'],
  ['late comes', 'sign.flow-breakdown'],
  ['nothing', ''],
])('“%s” finds %s', (wanted, ids) => {
  expect(
    familiesOf(cards, wanted)
      .flatMap(({ entries }) => entries.map(({ id }) => id))
      .join(' '),
  ).toBe(ids);
});

import { expect, test } from 'vitest';
import { demandsIn } from '../fixtures/portfolio.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { leadTime } from './lead-time.ts';

/** Done on days 3, 5 and 9, cancelled, and never done. */
const log =
  'A:bug+web red active@1d done@3d; B:bug+app blue active@1d done@5d; C red active@1d done@9d; X red active@0 dropped@4d; O red active@0 .@60d';
const initiatives = 'app:blue@6d old@8d open:red';
const told = (line: string) => ({ log, records: demandsIn(line, initiatives) });
const edges = 'a*5@0=A b*5@0=B c*5@0=C';

test.each([
  ['from asking until the item is done', 'a*5@0+1d=A', '', 3],
  ['the last of several items', 'a*5@0=A,B', '', 5],
  ['an initiative once the day of its end is over', 'a*5@0=%app', '', 7],
  ['the later of items and initiative', 'a*5@0=A%app', '', 7],
  ['the later of initiative and items', 'a*5@0=C%app', '', 9],
  ['nothing while an item is open', 'a*5@0=A,O', '', null],
  ['nothing while the initiative goes on', 'a*5@0=A%open', '', null],
  ['no items that were cancelled', 'a*5@0=A,X', '', 3],
  ['nothing where all was cancelled', 'a*5@0=X', '', null],
  ['an initiative whose items were all cancelled', 'a*5@0=X%app', '', 7],
  ['nothing that another log has', 'a*5@0=x/A', '', null],
  ['nothing where no log has the item', 'a*5@0=A,N', '', null],
  ['the median of several', 'a*3@0=A b*2@0=C', '', 3],
  ['what was asked before the log', 'a*5@-10d=A', '', 13],
  ['what was delivered as the window opens', edges, '5d..9d', 5],
  ['nothing delivered as the window closes', edges, '3d..5d', 3],
  ['nothing delivered after figures are read', 'a*5@0=A b*5@0=%app', '0..30d at 6d', 3],
  ['nothing asked after figures are read', 'a*5@0=A b*5@5d=%old', '0..30d at 4d', 3],
  ['nothing of four', 'a*4@0=A', '', null],
  ['nothing where no demand is on record', '', '', null],
  ['the team of the item that was done last', 'a*5@0=A,B b*5@0=A', 'by team', { blue: 5, red: 3 }],
  ['the team of the initiative before it', 'a*5@0=A%app b*5@0=C', 'by team', { blue: 7, red: 9 }],
  ['the type of the item that was done last', 'a*5@0=A,B b*5@0=C', 'by item-type', { '(none)': 9, bug: 5 }],
  ['one capability', 'a*5@0=A,B b*5@0=A c*5@0=%app', 'where capability=app', 5],
  ['what is of no team', 'a*5@0=%app b*5@0=%old', 'where team=(none)', 9],
  ['initiatives without a type', 'a*5@0=%app', 'by item-type', { '(none)': 7 }],
])('lead time counts %s', async (_, line, question, days) => {
  expect(await figure(leadTime, told(line), question)).toEqual(days);
});

test.each([
  ['the tail', 'a*4@0=A b*2@0=C', { p85: 9, p95: 9, mean: 5 }],
  ['a rarer one', 'a*10@0=A b*2@0=C', { p85: 5.1, p95: 9, mean: 4 }],
  ['the time until it was accepted', 'a*3@0+1d=A b*2@0+2d=A', { toAccepted: 1 }],
  ['no time until others were', 'a*5@0+2d=A b*5@0+9d', { toAccepted: 2 }],
])('beside lead time stands %s', async (_, line, expected) => {
  expect(await beside(leadTime, told(line))).toMatchObject(expected);
});

test.each([
  ['demands that became nothing', 'a*5@0=A b*5@0+2d', '', { value: 3, n: 5, coverage: 0.5 }],
  ['those with an empty list', 'a*5@0=A b*5@0+2d=', '', { value: 3, n: 5, coverage: 0.5 }],
  ['only in the window they were accepted in', 'a*5@0=A b*5@0+2d', '3d..9d', { value: 3, n: 5, coverage: 1 }],
  ['none that is not accepted', 'a*5@0=A b*5@0', '', { value: 3, n: 5, coverage: 1 }],
  ['none that is under way', 'a*5@0=A b*5@0+2d=O c@0+2d=%open', '', { value: 3, n: 5, coverage: 1 }],
])('the coverage of lead time is lowered by %s', async (_, line, question, expected) => {
  const [reading] = await readingsOf(leadTime, told(line), question);
  expect(reading).toMatchObject(expected);
});

import { expect, test } from 'vitest';
import { planned, type Tip, type Write } from './plan.ts';

const id = { kind: 'team', design: 'today', key: 'payments' };
const standing = (version: number): Tip => ({ ...id, version, body: '{"size":5}' });
const closed = (version: number): Tip => ({ ...id, version, body: null });
const to = (body: Write['body'], expected?: number): Write => ({
  ...id,
  body,
  ...(expected === undefined ? {} : { expected }),
});

test.each([
  ['opens what was never there', [], to({ size: 5 }), [1, 'opened']],
  ['changes what stands', [standing(3)], to({ size: 6 }), [4, 'changed']],
  ['closes what stands', [standing(3)], to(null), [4, 'closed']],
  ['opens again what was closed', [closed(4)], to({ size: 5 }), [5, 'opened']],
  ['leaves what is as it should be', [standing(3)], to({ size: 5 }), []],
  ['leaves closed what is closed', [closed(4)], to(null), []],
  ['closes nothing that was never there', [], to(null), []],
  ['changes the version that was expected', [standing(3)], to({ size: 6 }, 3), [4, 'changed']],
  ['opens what was expected to be absent', [], to({ size: 5 }, 0), [1, 'opened']],
  ['opens again what was expected to be closed', [closed(4)], to({ size: 5 }, 0), [5, 'opened']],
  ['takes a repeated write for no conflict', [standing(4)], to({ size: 5 }, 3), []],
])('a plan %s', (_, tips, write, expected) => {
  expect(planned(tips, [write]).flatMap(({ version, what }) => [version, what])).toEqual(expected);
});

test.each([
  ['an older version', [standing(4)], to({ size: 6 }, 3), 4],
  ['a newer version', [standing(4)], to({ size: 6 }, 5), 4],
  ['a record that was closed since', [closed(4)], to({ size: 6 }, 3), 0],
  ['an absence that was filled since', [standing(1)], to({ size: 6 }, 0), 1],
])('a plan refuses a write made from %s', (_, tips, write, found) => {
  expect(() => planned(tips, [write])).toThrow(
    expect.objectContaining({ code: 'store-conflict', detail: expect.objectContaining({ found }) }),
  );
});

test('a plan refuses two writes of one record', () => {
  expect(() => planned([], [to({ size: 1 }), to({ size: 2 })])).toThrow(/two things about team payments/);
});

test('records of the same key in two designs are two records', () => {
  const writes = [to({ size: 1 }), { ...to({ size: 2 }), design: 'tomorrow' }];
  expect(planned([standing(3)], writes).map(({ version }) => version)).toEqual([4, 1]);
});

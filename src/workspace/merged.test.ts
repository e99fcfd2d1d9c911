import { expect, test } from 'vitest';
import { merged, type Taken } from './merged.ts';

/** `a=1 b=2` as a body; `-` as no record. */
const body = (text: string) =>
  text === '-'
    ? null
    : Object.fromEntries(
        text.split(' ').flatMap((part) => {
          const [field = '', value] = part.split('=');
          return value === undefined ? [] : [[field, Number(value)]];
        }),
      );

/** A record fits unless its `from` is greater than its `to`. */
const fits = ({ from, to }: Readonly<Record<string, unknown>>): boolean => !(Number(from) > Number(to));

const text = (value: unknown): string =>
  value === null
    ? '-'
    : Object.entries({ ...(typeof value === 'object' ? value : {}) })
        .map(([field, of]) => `${field}=${String(of)}`)
        .sort()
        .join(' ');

const told = (stated: string, store: string, files: string, take?: Taken): string => {
  const {
    body: after,
    kept,
    clashes,
  } = merged({ stated: body(stated), store: body(store), files: body(files) }, fits, take);
  const keeps = kept.map(({ field }) => field).join(' ');
  const clash = clashes.map(({ field = 'record', store: a, files: b }) => `${field}:${shown(a)}/${shown(b)}`).join(' ');
  return [text(after), keeps && `keeps ${keeps}`, clash && `clash ${clash}`].filter((part) => part !== '').join(', ');
};

const shown = (value: unknown): string => (typeof value === 'object' && value !== null ? text(value) : String(value));

test.each([
  ['what the files changed', 'a=1', 'a=1', 'a=2', 'a=2'],
  ['what the store changed', 'a=1', 'a=2', 'a=1', 'a=2, keeps a'],
  ['what both changed alike', 'a=1', 'a=2', 'a=2', 'a=2'],
  ['one field of each door', 'a=1 b=1', 'a=2 b=1', 'a=1 b=2', 'a=2 b=2, keeps a'],
  ['a field that each door added', '', 'a=1', 'b=1', 'a=1 b=1, keeps a'],
  ['a field that the store took away', 'a=1 b=1', 'b=1', 'a=1 b=2', 'b=2, keeps a'],
  ['a field that the files took away', 'a=1 b=1', 'a=1 b=2', 'b=1', 'b=2, keeps b'],
  ['what stands where both changed a field', 'a=1 b=1', 'a=2 b=1', 'a=3 b=2', 'a=2 b=1, clash a:2/3'],
  ['what stands where one took away what the other changed', 'a=1 b=1', 'b=1', 'a=3 b=1', 'b=1, clash a:undefined/3'],
  ['a record that the files added', '-', '-', 'a=1', 'a=1'],
  ['a record that the store added', '-', 'a=1', '-', 'a=1, keeps a'],
  ['a record that both added', '-', 'a=1', 'b=1', 'a=1 b=1, keeps a'],
  ['a record that both added differently', '-', 'a=1', 'a=2', 'a=1, clash a:1/2'],
  ['no record that the files dropped', 'a=1', 'a=1', '-', '-'],
  ['no record that the store closed', 'a=1', '-', 'a=1', '-, keeps a'],
  ['no record that both dropped', 'a=1', '-', '-', '-'],
  ['a record that the store changed and the files dropped', 'a=1', 'a=2', '-', 'a=2, clash record:a=2/undefined'],
  ['no record that the store closed and the files changed', 'a=1', '-', 'a=2', '-, clash record:undefined/a=2'],
  [
    'what stands where two edits do not fit',
    'from=1 to=5',
    'from=4 to=5',
    'from=1 to=2',
    'from=4 to=5, clash from:4/1 to:5/2',
  ],
])('merged is %s', (_, stated, store, files, expected) => {
  expect(told(stated, store, files)).toBe(expected);
});

test.each<[string, Taken, string, string, string, string]>([
  ['the field of the files', 'files', 'a=1 b=1', 'a=2 b=2', 'a=3 b=1', 'a=3 b=2, keeps b, clash a:2/3'],
  ['the field of the store', 'store', 'a=1 b=1', 'a=2 b=1', 'a=3 b=2', 'a=2 b=2, keeps a, clash a:2/3'],
  ['the end that the files say', 'files', 'a=1', 'a=2', '-', '-, clash record:a=2/undefined'],
  ['the end that the store says', 'store', 'a=1', '-', 'a=2', '-, keeps a, clash record:undefined/a=2'],
  [
    'all of the files where two edits do not fit',
    'files',
    'from=1 to=5',
    'from=4 to=5',
    'from=1 to=2',
    'from=1 to=2, clash from:4/1 to:5/2',
  ],
  [
    'all of the store where two edits do not fit',
    'store',
    'from=1 to=5',
    'from=4 to=5',
    'from=1 to=2',
    'from=4 to=5, keeps from to, clash from:4/1 to:5/2',
  ],
])('taken is %s', (_, take, stated, store, files, expected) => {
  expect(told(stated, store, files, take)).toBe(expected);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ModelRecord } from '#model/records.ts';
import { readModelFiles } from './model-files.ts';
import { modelText } from './model-text.ts';
import { problemText } from './problem.ts';

const readBack = (text: string): readonly ModelRecord[] => {
  const model = readModelFiles([{ file: 'model/all.yaml', text }]);
  if ('problems' in model) throw new Error(model.problems.map(problemText).join('\n'));
  return model.records;
};

const design = (body: object): ModelRecord => ({
  kind: 'design',
  key: 'next',
  design: 'next',
  body: { key: 'next', ...body },
});
const team = (body: object): ModelRecord => ({ kind: 'team', key: 'x', design: 'next', body: { key: 'x', ...body } });

test('a model file is written in the order in which people think', () => {
  const workflow: ModelRecord = {
    kind: 'workflow',
    key: 'w',
    design: 'next',
    body: { stages: [{ key: 'new', kind: 'new' }], name: 'W', key: 'w' },
  };
  const records = [workflow, team({ sizeFte: 4, formedOn: '2026-01-01', name: 'X' }), design({ status: 'target' })];
  expect(modelText('next', records)).toBe(`# yaml-language-server: $schema=../schema/model.schema.json
design:
  key: next
  status: target
teams:
  - key: x
    name: X
    sizeFte: 4
    formedOn: 2026-01-01
workflows:
  - key: w
    name: W
    stages:
      - key: new
        kind: new
`);
});

test('a model file holds the records of its design only', () => {
  const other: ModelRecord = { kind: 'team', key: 'y', design: 'current', body: { key: 'y' } };
  expect(readBack(modelText('next', [team({}), other]))).toEqual([design({}), team({})]);
});

test('what is written is read back as it was, whatever people write in it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom(
      '~',
      'null',
      'yes',
      '1',
      '0x1F',
      '2026-01-01',
      '- a',
      'a: b',
      '# a',
      '*a',
      '&a',
      '!a',
      '"',
      "'",
      '<<',
      ' a ',
      'a\nb',
      '\t',
      '%',
      '@',
    ),
  );
  fc.assert(
    fc.property(text, text, (note, origin) => {
      const records = [design({ status: 'target' }), team({ note, origin })];
      expect(readBack(modelText('next', records))).toEqual(records);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyKind } from '#model/fixtures/every-kind.ts';
import { kinds, type ModelRecord, recordKinds } from '#model/records.ts';
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

test('the records of the workspace are a file without a design', () => {
  const goal: ModelRecord = { kind: 'goal', key: 'g', design: '', body: { key: 'g', statement: 's' } };
  const text = modelText('', [goal, team({})]);
  expect(text).toContain('\ngoals:\n  - key: g\n    statement: s\n');
  expect(text).not.toContain('design');
});

/** The small organisation, each record as it was written. */
const stated = readBack(JSON.stringify(everyKind));

/** The same records as the text of two files, read again. */
const written = (records: readonly ModelRecord[]): readonly ModelRecord[] => {
  const files = ['current', ''].map((of) => ({ file: `model/${of}.yaml`, text: modelText(of, records) }));
  const model = readModelFiles(files);
  if ('problems' in model) throw new Error(model.problems.map(problemText).join('\n'));
  return model.records;
};

test('records of every kind are read back as they were', () => {
  expect(new Set(stated.map(({ kind }) => kind))).toEqual(new Set(['design', ...kinds]));
  expect(written(stated)).toEqual(stated);
});

/** A record of the small organisation without some of its fields, or undefined when it cannot be without them. */
const without = (record: ModelRecord, fields: readonly string[]): ModelRecord | undefined => {
  const { kind, body } = record;
  if (kind === 'design') return record;
  const left = Object.fromEntries(Object.entries(body).filter(([field]) => !fields.includes(field)));
  const parsed = recordKinds[kind].schema.safeParse(left);
  return parsed.success && parsed.data.key === record.key ? { ...record, body: left } : undefined;
};

/** Fields whose loss would make another record wrong: a sum, a choice among them, a state that is referred to. */
const needed = ['weights', 'options', 'signedAt', 'decidedAt', 'as'];

test('records of every kind are read back whatever they leave out', () => {
  const shorter = stated.map((record) => {
    const fields = Object.keys(record.body).filter((field) => field !== 'key' && !needed.includes(field));
    return fc.subarray(fields).map((lost) => without(record, lost) ?? record);
  });
  fc.assert(
    fc.property(fc.tuple(...shorter), (records) => {
      expect(written(records)).toEqual(records);
    }),
    { numRuns: 30 },
  );
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

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyKind } from '#model/fixtures/every-kind.ts';
import { type ModelRecord, ofNoDesign, recordKinds } from '#model/records.ts';
import { byId } from '#store/record.ts';
import { planExport } from './export.ts';
import { fits } from './fits.ts';
import { readModelFiles } from './model-files.ts';
import { modelText } from './model-text.ts';
import { problemText } from './problem.ts';

type Files = Readonly<Record<string, string>>;

const read = (files: Files) => {
  const model = readModelFiles(Object.entries(files).map(([file, text]) => ({ file, text })));
  if ('problems' in model) throw new Error(model.problems.map(problemText).join('\n'));
  return model;
};

/** The files after an export of what stands, or undefined where no files can say it. */
const exported = (files: Files, standing: readonly ModelRecord[], open: readonly string[] = []): Files | undefined => {
  const plan = planExport(read(files).documents, standing, ({ key }) => open.includes(key));
  if ('problems' in plan) return undefined;
  return { ...files, ...Object.fromEntries(plan.files.map(({ file, text }) => [file, text])) };
};

/** `team pay sizeFte=5`, `goal g`, `design next status="draft"`; `-team pay` is closed. */
const edited = (files: Files, edits: string): ModelRecord[] => {
  const records = new Map(read(files).records.map((record) => [`${record.kind} ${record.key}`, record]));
  for (const edit of edits.split('; ').filter((text) => text !== '')) {
    const [kind = '', key = '', ...fields] = edit.split(' ');
    if (kind.startsWith('-')) records.delete(`${kind.slice(1)} ${key}`);
    else {
      const known = kind as keyof typeof recordKinds | 'design';
      const design = known === 'design' ? key : recordKinds[known].of === 'design' ? 'current' : ofNoDesign;
      const body = { key, ...records.get(`${kind} ${key}`)?.body, ...Object.fromEntries(fields.map(fieldOf)) };
      records.set(`${kind} ${key}`, { kind: known, key, design, body });
    }
  }
  return [...records.values()];
};

const fieldOf = (text: string): [string, unknown] => {
  const [name = '', value = ''] = text.split('=');
  return [name, JSON.parse(value)];
};

const structure = `# Who works here.
teams:
  - key: pay # the payers
    sizeFte: 5

  # Kept small.
  - {key: ops, name: "Ops"}
`;
const goals = 'goals:\n  - key: g\n    statement: more\n';
const both = { 'model/a.yaml': structure, 'model/b.yaml': goals };

test.each([
  ['a field where it is stated', 'team pay sizeFte=6', { 'model/a.yaml': structure.replace('5', '6') }],
  ['a field in its quotes', 'team ops name="O"', { 'model/a.yaml': structure.replace('"Ops"', '"O"') }],
  [
    'a new field at the end of its record',
    'team pay name="P"',
    { 'model/a.yaml': structure.replace('5\n', '5\n    name: P\n') },
  ],
  [
    'nothing of a record that is gone',
    '-team ops',
    { 'model/a.yaml': structure.replace('  - {key: ops, name: "Ops"}\n', '') },
  ],
  [
    'a record of a design in the file of the design',
    'team new',
    { 'model/design-current.yaml': 'design:\n  key: current\nteams:\n  - key: new\n' },
  ],
  [
    'a record of the workspace in the file of its kind',
    'outcome o kind="cost"',
    { 'model/outcomes.yaml': 'outcomes:\n  - key: o\n    kind: cost\n' },
  ],
  [
    'a fact of the design in the first file of it',
    'design current from="2026-01-01"',
    { 'model/a.yaml': `${structure}design:\n  key: current\n  from: 2026-01-01\n` },
  ],
  [
    'a new design in a file of its own',
    'design next status="target"',
    { 'model/design-next.yaml': 'design:\n  key: next\n  status: target\n' },
  ],
  [
    'several files at once',
    'team pay sizeFte=6; -goal g',
    { 'model/a.yaml': structure.replace('5', '6'), 'model/b.yaml': 'goals:\n' },
  ],
  ['nothing where nothing differs', '', {}],
])('an export writes %s', (_, edits, expected) => {
  const after = exported(both, edited(both, edits)) ?? {};
  const [first = '', ...rest] = Object.entries(after).flatMap(([file, text]) => {
    const plain = text.replace(/^# yaml-language-server.*\n/, '');
    return plain === Object.entries(both).find(([name]) => name === file)?.[1] ? [] : [`${file}\n${plain}`];
  });
  expect([first, ...rest].filter((text) => text !== '')).toEqual(
    Object.entries(expected).map(([file, text]) => `${file}\n${text}`),
  );
});

test('an export changes a record in every file that states it', () => {
  const files = { 'model/a.yaml': goals, 'model/b.yaml': `teams: [{key: x}]\n${goals}` };
  const after = exported(files, edited(files, 'goal g statement="less"'));
  expect(Object.values(after ?? {})).toEqual(Object.values(files).map((text) => text.replace('more', 'less')));
});

test('an export leaves alone what is to be settled first', () => {
  expect(exported(both, edited(both, 'team pay sizeFte=6; goal g statement="less"'), ['pay'])).toEqual({
    ...both,
    'model/b.yaml': goals.replace('more', 'less'),
  });
});

test('an export adds to the file that an earlier one made', () => {
  const once = exported(both, edited(both, 'team new')) ?? {};
  const twice = exported(once, edited(once, 'team newer sizeFte=1')) ?? {};
  expect(twice['model/design-current.yaml']).toMatch(/teams:\n {2}- key: new\n {2}- key: newer\n {4}sizeFte: 1\n$/);
});

const stated = read({ 'model/all.yaml': JSON.stringify(everyKind) }).records;

/** The small organisation in three files, with comments above some of its lines and behind others. */
const commented: fc.Arbitrary<Files> = fc
  .tuple(
    fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
    fc.infiniteStream(fc.constantFrom('', '', '', 'above', 'behind', 'blank')),
  )
  .map(([homes, comments]) => {
    const parts: ModelRecord[][] = [[], [], []];
    for (const record of stated) if (record.kind !== 'design') parts[homes.next().value]?.push(record);
    const texts = parts.flatMap((records, n) =>
      ['current', ofNoDesign].map((design): [string, string] => {
        const own =
          design === 'current' && n === 0 ? [...stated.filter(({ kind }) => kind === 'design'), ...records] : records;
        return [`model/${n}${design}.yaml`, withComments(modelText(design, own), comments)];
      }),
    );
    return Object.fromEntries(texts);
  });

const withComments = (text: string, comments: Iterator<string>): string =>
  text
    .split('\n')
    .map((line, n) => {
      const how = comments.next().value;
      const plain = /^ *(?:- )*[\w-]+:/.test(line) && !/[|>][-+]?$/.test(line);
      if (!plain || n < 2) return line;
      if (how === 'above') return `# note ${n}\n${line}`;
      if (how === 'blank') return `\n${line}`;
      return how === 'behind' ? `${line} # note ${n}` : line;
    })
    .join('\n');

/** What may happen to a record in the store: nothing, another name, a note, a field less, or the end. */
const fate = fc.oneof(
  { arbitrary: fc.constant(['stays', ''] as const), weight: 60 },
  {
    arbitrary: fc.tuple(fc.constantFrom('name', 'note', 'origin'), fc.string({ unit: 'grapheme', minLength: 1 })),
    weight: 3,
  },
  {
    arbitrary: fc.tuple(fc.constant('without'), fc.constantFrom('name', 'note', 'to', 'on', 'stages', 'members')),
    weight: 1,
  },
  { arbitrary: fc.constant(['closed', ''] as const), weight: 1 },
);

const after = (record: ModelRecord, [what, text]: readonly [string, string]): ModelRecord[] => {
  if (what === 'stays') return [record];
  if (what === 'closed') return record.kind === 'design' ? [record] : [];
  const { [text]: _lost, ...left } = record.body;
  const body = what === 'without' ? left : { ...record.body, [what]: text };
  return [fits(record, body) ? { ...record, body } : record];
};

test('an export of any edits is read back as what stands, and a second one touches nothing', () => {
  fc.assert(
    fc.property(commented, fc.tuple(...stated.map(() => fate)), (files, fates) => {
      const standing = stated.flatMap((record, n) => after(record, fates[n] ?? ['stays', '']));
      const once = exported(files, standing);
      fc.pre(once !== undefined);
      if (once === undefined) return;
      expect(read(once).records.toSorted(byId)).toEqual(standing.toSorted(byId));
      expect(exported(once, standing)).toEqual(once);
      const lines = (texts: Files): string[] => Object.values(texts).flatMap((text) => text.split('\n'));
      const lost = lines(files).filter((line) => line.startsWith('# note') && !lines(once).includes(line));
      const gone = stated.length - standing.length;
      if (gone === 0 && fates.every(([what]) => what !== 'without')) expect(lost).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

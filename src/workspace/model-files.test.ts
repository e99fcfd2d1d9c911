import { expect, test } from 'vitest';
import { readModelFiles } from './model-files.ts';
import { problemText } from './problem.ts';

const read = (files: Readonly<Record<string, string>>) =>
  readModelFiles(Object.entries(files).map(([file, text]) => ({ file, text })));

const told = (files: Readonly<Record<string, string>>): string[] => {
  const model = read(files);
  return 'problems' in model
    ? model.problems.map(problemText)
    : model.records.map(({ design, kind, key }) => `${design} ${kind} ${key}`);
};

test.each([
  ['the current design when there is no file', {}, ['current design current']],
  ['records of the current design', { a: 'teams: [{key: x}]' }, ['current design current', 'current team x']],
  [
    'records from several files as one',
    { a: 'teams: [{key: x}]', b: 'teams: [{key: y, parent: x}]' },
    ['current design current', 'current team x', 'current team y'],
  ],
  [
    'the records of a file under the design it names',
    { a: 'teams: [{key: x}]', b: 'design: {key: next, status: target}\nteams: [{key: x}]' },
    ['current design current', 'current team x', 'next design next', 'next team x'],
  ],
  [
    'no current design when every file names another',
    { a: 'design: {key: next, status: target}\nteams: [{key: x}]' },
    ['next design next', 'next team x'],
  ],
  [
    'nothing by files without records, whatever else is in force',
    { a: '# nothing yet', b: 'teams:\nroles: []', c: 'design: {key: found, status: in-force}\nteams: [{key: x}]' },
    ['found design found', 'found team x'],
  ],
  ['the current design when no file has records', { a: '# nothing yet', b: 'teams:' }, ['current design current']],
  [
    'a design without records where a file names it',
    { a: 'design: {key: next, status: target}' },
    ['next design next'],
  ],
  [
    'a key that its record derives',
    { a: 'teams: [{key: x}]\nservices: [{key: s}]\nownerships: [{team: x, service: s, as: accountable}]' },
    ['current design current', 'current team x', 'current ownership x.accountable.service.s', ' service s'],
  ],
  [
    'records of the workspace for all designs, whatever file they stand in',
    {
      a: 'teams: [{key: x}]',
      b: 'design: {key: next}\ncapabilities: [{key: c, kind: it}]\nskills: [{key: s, capabilities: [c]}]',
    },
    ['current design current', 'current team x', 'next design next', 'next skill s', ' capability c'],
  ],
  [
    'no design by records of the workspace alone',
    { a: 'capabilities: [{key: c, kind: it}]', b: 'design: {key: found, status: in-force}' },
    ['found design found', ' capability c'],
  ],
  [
    'once what two files say alike',
    {
      a: 'capabilities: [{key: c, kind: it, name: C}]',
      b: 'design: {key: found}\ncapabilities: [{name: C, key: c, kind: it}]',
    },
    ['found design found', ' capability c'],
  ],
])('model files state %s', (_, files, expected) => {
  expect(told(files)).toEqual(expected);
});

test.each([
  [
    'a reference across files, at its place',
    { a: 'teams: [{key: payments}]', b: 'services:\n  - key: s\n    owner: paymnets' },
    ['b:3:5 services[0].owner: found "paymnets", expected the key of a team; did you mean "payments"?'],
  ],
  [
    'a reference from one design into another',
    { a: 'teams: [{key: x}]', b: 'design: {key: next}\nteams:\n  - key: app\n    parent: x' },
    ['b:4:5 teams[0].parent: found "x", expected the key of a team'],
  ],
  [
    'a reference from the workspace that no design knows',
    {
      a: 'teams: [{key: payments}]',
      b: 'design: {key: next}\nteams: [{key: platform}]',
      c: 'services:\n  - {key: s, owner: payments}\n  - {key: t, owner: platform}\n  - {key: u, owner: paltform}',
    },
    ['c:4:14 services[2].owner: found "paltform", expected the key of a team; did you mean "platform"?'],
  ],
  [
    'two files that say different things of one record of the workspace',
    {
      a: '\ncapabilities: [{key: c, kind: it, parent: d}, {key: d, kind: it}]',
      b: 'design: {key: found}\ncapabilities:\n  - key: c\n    kind: business',
    },
    [
      'b:3:5 capabilities[0].parent: found nothing, expected "d", as a:2 says of the capability c',
      'b:4:5 capabilities[0].kind: found "business", expected "it", as a:2 says of the capability c',
    ],
  ],
  [
    'a rule between records of the workspace, in whatever files they stand',
    {
      a: 'planningPeriods: [{key: q1, kind: quarter, from: 2026-01-01, to: 2026-04-01}]',
      b: 'goals: [{key: g, statement: s, weights: [{period: q1, weight: 0.7}]}]',
      c: 'goals:\n  - key: h\n    statement: s\n    weights:\n      - {period: q1, weight: 0.4}',
    },
    [
      'c:5:22 goals[0].weights[0].weight: found "0.4", expected weights that sum to 1 in q1, not to 1.1 (0.7 of g + 0.4 of h)',
    ],
  ],
  [
    'a key that two files take, at the second',
    { a: 'teams: [{key: x}]', b: 'roles: []\nteams:\n  - key: y\n  - key: x' },
    ['b:4:5 teams[1].key: found "x", expected a key that no other team of this design has'],
  ],
  [
    'a stage deep inside a record',
    {
      a: 'workflows:\n  - key: w\n    stages: [{key: new, kind: new}]\n    transitions:\n      - from: new\n        to: [nwe]',
    },
    [
      'a:6:14 workflows[0].transitions[0].to[0]: found "nwe", expected a stage of this workflow (new); did you mean "new"?',
    ],
  ],
  [
    'only what is wrong in a file by itself, while there is any',
    { a: 'teams: [{key: X}]', b: 'services: [{key: s, owner: x}]' },
    ['a:1:10 teams[0].key: found "X", expected a key of lower-case letters, digits, - and ., such as payments-team'],
  ],
  [
    'two files that say different things about a design',
    { a: 'design: {key: next, status: target}', b: '\ndesign: {key: next, status: draft}' },
    ['b:2:21 design.status: found "draft", expected "target", as a:1 says'],
  ],
  [
    'a design that ends in one file before it starts in another',
    { a: 'design: {key: next, from: 2026-01-01}', b: 'design: {key: next, to: 2025-01-01}' },
    ['b:1:21 design.to: found "2025-01-01", expected a day after 2026-01-01, where it starts'],
  ],
  [
    'two designs in force at a time',
    { a: 'design: {key: one, status: in-force}', b: 'design: {key: two, status: in-force}' },
    ['b:1:20 design.status: found in-force, always, expected one design in force at a time: one is in force always'],
  ],
  [
    'a file that names no design beside one in force',
    { a: 'design: {key: y2026, status: in-force}', b: '\nteams: [{key: x}]' },
    [
      'a:1:22 design.status: found in-force, always, expected one design in force at a time: current is in force always; b names no design at its top, so its records are of current',
    ],
  ],
])('model files are refused for %s', (_, files, expected) => {
  expect(told(files)).toEqual(expected);
});

test('a record is kept as it is written, and read with its defaults', () => {
  const model = read({ a: 'channels:\n  - key: desk\n    kind: intake' });
  expect(model).toMatchObject({
    records: [
      { kind: 'design', body: { key: 'current', name: 'Current', status: 'in-force' } },
      { kind: 'channel', body: { key: 'desk', kind: 'intake' } },
    ],
    models: [{ channels: [{ key: 'desk', name: 'desk', kind: 'intake', raw: [] }], levels: { length: 5 } }],
  });
});

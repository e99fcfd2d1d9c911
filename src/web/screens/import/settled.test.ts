import { expect, test } from 'vitest';
import type { Draft } from '#api/uploads.ts';
import type { MappingQuestion } from '#model/mapping-edit.ts';
import { openQuestions, settledAs } from './settled.ts';

const draft: Draft = {
  version: 'v',
  mapping: '',
  problems: [],
  columns: [{ column: 'Notes', means: [], alsoNamed: false }],
  formats: ['M/D/YYYY'],
  zone: 'UTC',
  missing: [],
  wholeDays: ['Due'],
  decimal: null,
  encoding: null,
  states: [{ state: 'Open', to: 'open', kind: null, byPattern: false }],
  source: { key: 'a', name: 'a' },
  furtherOf: null,
  answered: ['zone'],
};

const question = (about: string, ...choices: MappingQuestion['choices'][number]['edits'][]): MappingQuestion => ({
  about,
  text: about,
  choices: choices.map((edits, index) => ({ says: String(index), edits })),
});

test.each([
  [
    'by the formats it has',
    question('dayOrMonth', [{ what: 'formats', formats: ['D/M/YYYY'] }], [{ what: 'formats', formats: ['M/D/YYYY'] }]),
    1,
  ],
  [
    'by a day that is whole',
    question(
      'wholeDays',
      [{ what: 'whole-days', column: 'Due', whole: true }],
      [{ what: 'whole-days', column: 'Due', whole: false }],
    ),
    0,
  ],
  [
    'by changing nothing, where no other answer holds',
    question('freeText', [], [{ what: 'column', column: 'Notes', means: ['people'] }]),
    0,
  ],
  ['by none', question('amounts', [{ what: 'decimal', decimal: '.' }], [{ what: 'decimal', decimal: ',' }]), -1],
])('a draft goes %s', (_, asked, expected) => {
  expect(settledAs(asked, draft)).toBe(expected);
});

test.each([
  ['what nobody answered', draft, ['states', 'list']],
  [
    'no states once each has a kind',
    { ...draft, states: draft.states.map((state) => ({ ...state, kind: 'queue' as const })) },
    ['list'],
  ],
])('open is %s', (_, known, expected) => {
  const asked = ['zone', 'states', 'list'].map((about) => question(about));
  expect(openQuestions(asked, known).map(({ about }) => about)).toEqual(expected);
});

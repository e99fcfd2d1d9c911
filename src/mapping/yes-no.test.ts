import { expect, test } from 'vitest';
import { readYesNo } from './yes-no.ts';

const none = { yes: [], no: [] };

test.each([
  ['English', 'Yes', 'No'],
  ['English, by a letter', 'Y', 'n'],
  ['computers', 'TRUE', 'false'],
  ['figures', '1', '0'],
  ['German', 'Ja', 'NEIN'],
  ['German computers', 'WAHR', 'FALSCH'],
  ['French', 'oui', 'Non'],
  ['Spanish', 'Sí', 'no'],
  ['Portuguese', 'sim', 'Não'],
  ['Polish', 'tak', 'nie'],
])('yes and no are read in %s', (_, yes, no) => {
  expect([readYesNo(yes, none), readYesNo(no, none)]).toEqual([true, false]);
});

test.each([
  ['a box that is ticked', 'x', none, true],
  ['blanks around it', ' ja ', none, true],
  ['no word that means neither', 'maybe', none, undefined],
  ['a word of the log’s own', 'GxP', { yes: ['gxp'], no: [] }, true],
  ['what the log means by a usual word', 'n', { yes: ['N'], no: ['A'] }, true],
  ['nothing as no where the log says so', '', { yes: [], no: [''] }, false],
])('yes and no are told by %s', (_, text, words, meant) => {
  expect(readYesNo(text, words)).toBe(meant);
});

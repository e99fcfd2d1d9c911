import { afterAll, expect, test } from 'vitest';
import { copyOfExample, removed } from './fixtures/workspace.ts';
import { languages, type Place, runIn, zones } from './surroundings.ts';

const folders: string[] = [];
afterAll(() => folders.forEach(removed));

const questions = [
  ['diagnose'],
  ['diagnose', '--json'],
  ['profile', '--json'],
  ['discover'],
  ['metric', 'show', 'FL1', '--by', 'team', '--period', 'month'],
  ['conform', '--rule', 'governance.within-target-time', '--json'],
];

/** What each question is answered, from the files on, with the folder left out, whose name is another each time. */
const answersIn = (place: Place): string[] => {
  const folder = copyOfExample('service-desk');
  folders.push(folder);
  return questions.map((words) => {
    const { status, stdout, stderr } = runIn(place, 'bin/throughline.mjs', [...words, folder]);
    return [words.join(' '), status, stdout.replaceAll(folder, 'HERE'), stderr].join('\n');
  });
};

const home = answersIn({ zone: 'UTC', language: 'C' });

test('at home every question has an answer', () => {
  for (const answer of home) expect(answer).toMatch(/^[^\n]+\n0\n.{500}/su);
});

test.each(zones.slice(1).map((zone, index) => ({ zone, language: languages[index + 1] ?? 'C' })))(
  'the answers are the same bytes in $zone, in $language',
  (place) => {
    expect(answersIn(place)).toEqual(home);
  },
);

import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { DesignModel } from '#model/design-model.ts';
import { teamsShown } from './shown-teams.ts';

/** `front 5 03` are the first five people in that team in March 2026; `front 2+6 03` are six from the third one on. */
const shown = async (active: string, parents: Readonly<Record<string, string>>, months: string): Promise<string> => {
  const engine = await Engine.open();
  await createSchema(engine);
  const teams = ['desk', 'front', 'back', 'quiet'];
  for (const [id, key] of teams.entries()) await engine.run(sql`insert into team values (${id}, ${key}, true)`);
  for (const line of active.split('; ').filter((text) => text !== '')) {
    const [team = '', people = '', month = ''] = line.split(' ');
    const [before, count] = people.includes('+') ? people.split('+') : ['0', people];
    await engine.run(sql`
      insert into team_person
      select ${teams.indexOf(team)}, person, ${2026 * 12 + Number(month) - 1}
      from range(${Number(before)}::int, ${Number(before) + Number(count)}::int) as people(person)`);
  }
  const design = DesignModel.parse({
    design: { key: 'current', status: 'in-force' },
    teams: teams.map((key) => ({ key, ...(parents[key] === undefined ? {} : { parent: parents[key] }) })),
  });
  const shownTeam = await teamsShown({ engine, design });
  engine.close();
  const [from, until] = months.split('..');
  const window = { from: `2026-${from}-01T00:00:00Z`, until: `2026-${until}-01T00:00:00Z` };
  return ['front', 'back', 'quiet'].map((team) => shownTeam(team, window)).join(' ');
};

test.each([
  ['its own name with five people', 'front 5 03', {}, '01..06', 'front back quiet'],
  ['no name with four', 'front 4 03', {}, '01..06', '(small teams) back quiet'],
  ['its own name where no people are known', '', { front: 'desk' }, '01..06', 'front back quiet'],
  ['its own name with five people over the months', 'front 3 03; front 3+2 04', {}, '03..05', 'front back quiet'],
  ['no name with the same four every month', 'front 4 03; front 4 04', {}, '03..05', '(small teams) back quiet'],
  [
    'no name when the fifth came after the window',
    'front 4 03; front 4+1 04',
    {},
    '03..04',
    '(small teams) back quiet',
  ],
  ['no name when the fifth went before it', 'front 4 03; front 4+1 02', {}, '03..04', '(small teams) back quiet'],
  ['the parent, which has enough with it', 'front 3 03; desk 3+2 03', { front: 'desk' }, '01..06', 'desk back quiet'],
  [
    'the parent, which has enough with two below it',
    'front 3 03; back 3+2 03',
    { front: 'desk', back: 'desk' },
    '01..06',
    'desk desk quiet',
  ],
  [
    'no name when both below the parent are the same people',
    'front 4 03; back 4 03',
    { front: 'desk', back: 'desk' },
    '01..06',
    '(small teams) (small teams) quiet',
  ],
  [
    'the nearest that is large enough',
    'front 2 03; back 5 03',
    { front: 'back', back: 'desk' },
    '01..06',
    'back back quiet',
  ],
])('a team is shown under %s', async (_, active, parents, months, expected) => {
  expect(await shown(active, parents, months)).toBe(expected);
});

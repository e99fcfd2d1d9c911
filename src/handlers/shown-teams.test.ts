import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { unnamed } from '#facts/active-people.ts';
import { dayNumber } from '#model/calendar/civil.ts';
import { startOfLocalDay } from '#model/calendar/local.ts';
import { DesignModel } from '#model/design-model.ts';
import { teamsShown } from './shown-teams.ts';

const timeZone = 'Europe/Berlin';

/** `03` is 1 March 2026, `03-09` the 9th. */
const dayOf = (text: string): number => dayNumber(2026, Number(text.slice(0, 2)), Number(text.slice(3) || '1'));

/**
 * `front 5 03` are the first five people in that team on 1 March 2026, told by what is assigned; `front 2+6 03-09 1` are six
 * from the third one on, told in the next way; `front ? 03` is somebody who is not named.
 */
const shown = async (active: string, parents: Readonly<Record<string, string>>, window: string): Promise<string> => {
  const engine = await Engine.open();
  await createSchema(engine);
  const teams = ['desk', 'front', 'back', 'quiet'];
  for (const [id, key] of teams.entries()) await engine.run(sql`insert into team values (${id}, ${key}, true)`);
  for (const line of active.split('; ').filter((text) => text !== '')) {
    const [team = '', people = '', day = '', way = '0'] = line.split(' ');
    const [before, count] =
      people === '?' ? [`${unnamed}`, '1'] : people.includes('+') ? people.split('+') : ['0', people];
    await engine.run(sql`
      insert into active_day
      select ${teams.indexOf(team)}, person, ${dayOf(day)}, ${Number(way)}
      from range(${Number(before)}::int, ${Number(before) + Number(count)}::int) as people(person)`);
  }
  const design = DesignModel.parse({
    design: { key: 'current', status: 'in-force' },
    teams: teams.map((key) => ({ key, ...(parents[key] === undefined ? {} : { parent: parents[key] }) })),
  });
  const shownTeam = await teamsShown({ engine, design, calendar: { timeZone } });
  engine.close();
  const [from = 0, until = 0] = window.split('..').map((text) => startOfLocalDay(dayOf(text), timeZone));
  const asked = { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  return ['front', 'back', 'quiet'].map((team) => shownTeam(team, asked)).join(' ');
};

test.each([
  ['its own name with five people', 'front 5 03', {}, '01..06', 'front back quiet'],
  ['no name with four', 'front 4 03', {}, '01..06', '(small teams) back quiet'],
  ['its own name where no people are known', '', { front: 'desk' }, '01..06', 'front back quiet'],
  ['no name where people are known and nobody of it is', 'front ? 03', {}, '01..06', '(small teams) back quiet'],
  [
    'no name by itself where nobody of it is named',
    'front ? 03; back 6 03; quiet 9 03',
    {},
    '01..06',
    '(small teams) (small teams) quiet',
  ],
  [
    'no name with four assignees, whoever else acts',
    'front 4 03; front 9+9 03 1',
    {},
    '01..06',
    '(small teams) back quiet',
  ],
  ['its own name with five who act where nothing is assigned', 'front 5 03 1', {}, '01..06', 'front back quiet'],
  [
    'no name where one of two further columns names four',
    'front 9 03 2; front 4 03 3',
    {},
    '01..06',
    '(small teams) back quiet',
  ],
  ['its own name where two further columns name five', 'front 9 03 2; front 5 03 3', {}, '01..06', 'front back quiet'],
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
  ['its own name with five people on the last day', 'front 5 03-09', {}, '03-08..03-10', 'front back quiet'],
  ['no name when the five came the day after', 'front 5 03-10', {}, '03-08..03-10', '(small teams) back quiet'],
  ['no name when the five left the day before', 'front 5 03-07', {}, '03-08..03-10', '(small teams) back quiet'],
  [
    'no name, together with another, since alone it is what the others leave of the total',
    'front 4 03; back 6 03; quiet 9 03',
    {},
    '01..06',
    '(small teams) (small teams) quiet',
  ],
  [
    'no name beside another small one when they are enough together',
    'front 2 03; back 2+3 03; quiet 9 03',
    {},
    '01..06',
    '(small teams) (small teams) quiet',
  ],
  [
    'the parent, together with another below it, since alone it is what the others leave of the unit',
    'front 4 03; back 6 03; quiet 9 03',
    { front: 'desk', back: 'desk', quiet: 'desk' },
    '01..06',
    'desk desk quiet',
  ],
  [
    'the parent by itself when the parent has enough people of its own',
    'front 4 03; back 6 03; desk 4+9 03',
    { front: 'desk', back: 'desk' },
    '01..06',
    'desk back quiet',
  ],
  ['no name by itself when nobody was there', 'front 5 02; back 6 03', {}, '03..04', '(small teams) back quiet'],
])('a team is shown under %s', async (_, active, parents, months, expected) => {
  expect(await shown(active, parents, months)).toBe(expected);
});

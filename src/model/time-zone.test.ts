import { expect, test } from 'vitest';
import { closestZone, LogZone, TimeZone } from './time-zone.ts';

test.each([
  ['a name of the list', 'Europe/Berlin', true, true],
  ['UTC', 'UTC', true, true],
  ['a fixed offset, which only a log may have', '+02:00', false, true],
  ['a misspelt name', 'Europe/Berln', false, false],
  ['nothing at all', '', false, false],
])('a zone may be %s', (_, name, workspace, log) => {
  expect([TimeZone.safeParse(name).success, LogZone.safeParse(name).success]).toEqual([workspace, log]);
});

test.each([
  ['a misspelt name', 'Europe/Berln', 'Europe/Berlin'],
  ['a city alone', 'Berlin', 'Europe/Berlin'],
  ['a misspelt city alone', 'Berln', 'Europe/Berlin'],
  ['a city of two words', 'new york', 'America/New_York'],
  ['nothing near', 'Mars/Olympus-Mons-Base', undefined],
])('the closest zone is found for %s', (_, name, zone) => {
  expect(closestZone(name)).toBe(zone);
});

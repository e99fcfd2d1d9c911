import { expect, test } from 'vitest';
import { languages, runIn, zones } from '../surroundings.ts';

test.each(zones.flatMap((zone) => languages.map((language) => ({ zone, language }))))(
  'all unit tests pass in $zone, in $language',
  (place) => {
    const { status, stdout } = runIn(place, 'node_modules/vitest/vitest.mjs', ['run', '--project', 'unit']);
    expect(status, stdout.slice(-4000)).toBe(0);
  },
);

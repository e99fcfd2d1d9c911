import fc from 'fast-check';
import type { DesignInput } from '#model/design-model.ts';
import { day, hour } from '../clock.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

/** An instant some days around the beginning of a world, on the hour, so that some fall together. */
const instant = (begin: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: -20, max: 130 }), fc.constantFrom(0, 9, 14))
    .map(([days, at]) => iso(begin + days * day + at * hour));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const capability = maybe(fc.constantFrom('billing', 'paying'));

const agendaItem = fc.record({
  subject: fc.constant('a matter'),
  kind: fc.constantFrom('decision', 'decision', 'information', 'carried-over'),
  result: maybe(fc.constant('so be it')),
  minutes: maybe(fc.constantFrom(0, 5, 12.5, 30)),
  capability,
  decision: maybe(fc.constant('d-1')),
});

const meeting = (begin: number) =>
  fc.record({
    forum: fc.constantFrom('cab', 'round'),
    heldAt: instant(begin),
    agenda: fc.array(agendaItem, { maxLength: 5 }),
  });

const keyed = <T extends object>(some: readonly T[], name: string) =>
  some.map((each, index) => ({ key: `${name}-${index + 1}`, ...each }));

/** What stands on record in a world that begins at some instant: the same in each of its designs. */
export const records = (begin: number): fc.Arbitrary<DesignInput> =>
  fc
    .record({ meetings: fc.array(meeting(begin), { maxLength: 12 }) })
    .map(({ meetings }): DesignInput => JSON.parse(JSON.stringify({ meetings: keyed(meetings, 'm') })));

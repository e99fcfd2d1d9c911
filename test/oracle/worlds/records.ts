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

const initiative = fc.constantFrom('i-1', 'i-2', 'i-3', 'i-4');
const goal = fc.constantFrom('g-1', 'g-2');

/** A thing to be for or against: mostly an initiative, now and then a goal, both or neither. */
const thing = fc.oneof(
  { weight: 6, arbitrary: fc.record({ initiative }) },
  { weight: 2, arbitrary: fc.record({ goal }) },
  { weight: 1, arbitrary: fc.record({ initiative, goal }) },
  { weight: 1, arbitrary: fc.constant({}) },
);

const deferred = fc.record({
  what: fc.constant('what waits'),
  initiative: maybe(initiative),
  costPerMonth: maybe(fc.constant({ amount: '1000', currency: 'EUR' })),
});

const decision = (begin: number) =>
  fc
    .record({
      type: fc.constantFrom('change', 'spend', 'order'),
      subject: maybe(fc.record({ team: maybe(fc.constantFrom('red', 'blue')), capability })),
      times: fc.tuple(instant(begin), instant(begin)),
      isMade: fc.constantFrom(true, true, true, false),
      options: fc.array(thing, { minLength: 1, maxLength: 4, size: 'max' }),
      isFor: fc.constantFrom(true, true, true, false),
      deferred: fc.array(deferred, { maxLength: 2 }),
      rationale: maybe(fc.constantFrom('it pays', ' ')),
      corrects: fc.option(fc.constantFrom('d-1', 'd-2', 'd-3'), { nil: undefined, freq: 6 }),
    })
    .map(({ times, isMade, options, isFor, ...rest }) => {
      const [raisedAt, decidedAt] = times.toSorted();
      return {
        ...rest,
        raisedAt,
        ...(isMade ? { decidedAt } : {}),
        options: options.map((option, index) => ({ key: `o-${index}`, ...option })),
        ...(isFor && options.length > 0 ? { favoured: 'o-0' } : {}),
      };
    });

const rankingOf = (name: string, keys: readonly string[]) =>
  fc
    .shuffledSubarray([...keys], { minLength: 1 })
    .map((order) => order.map((key, index) => ({ rank: index + 1, [name]: key })));

const priorityList = (begin: number) =>
  fc.record({
    period: fc.constantFrom('first', 'second', 'both'),
    approvedOn: instant(begin).map(dayIn),
    ranking: fc.oneof(
      { weight: 3, arbitrary: rankingOf('initiative', ['i-1', 'i-2', 'i-3', 'i-4']) },
      { weight: 1, arbitrary: rankingOf('goal', ['g-1', 'g-2']) },
    ),
  });

const dayIn = (text: string): string => text.slice(0, 10);

const planningPeriods = (begin: number) => {
  const [from, middle, to] = [-20, 40, 130].map((days) => dayIn(iso(begin + days * day)));
  return [
    { key: 'first', kind: 'quarter', from, to: middle },
    { key: 'second', kind: 'quarter', from: middle, to },
    { key: 'both', kind: 'half', from, to },
  ];
};

/** No two lists of one kind are approved for one period on one day. */
const listName = ({ period, approvedOn, ranking }: { period: string; approvedOn: string; ranking: object[] }): string =>
  `${period} ${approvedOn} ${Object.keys(ranking[0] ?? {}).join(' ')}`;

/** Items as the tellings of a world call them; some are in no log. */
const work = fc.record({
  source: fc.constantFrom('log-1', 'log-1', 'log-2'),
  item: fc.integer({ min: 1, max: 12 }).map((n) => `C-${n}`),
});

const end = fc.oneof(
  { weight: 4, arbitrary: fc.record({ work }) },
  { weight: 2, arbitrary: fc.record({ initiative: fc.constantFrom('north', 'i-1', 'i-2') }) },
  { weight: 2, arbitrary: fc.record({ team: fc.constantFrom('red', 'blue', 'green') }) },
);

const dependency = (begin: number) =>
  fc
    .record({
      from: end,
      to: end,
      kind: fc.constantFrom('blocks', 'blocks', 'needs'),
      times: fc.tuple(instant(begin), instant(begin)),
      isResolved: fc.boolean(),
    })
    .map(({ times, isResolved, ...rest }) => {
      const [raisedAt, resolvedAt] = times.toSorted();
      return { ...rest, raisedAt, ...(isResolved ? { resolvedAt } : {}) };
    });

const becomes = fc.oneof(
  { weight: 5, arbitrary: fc.record({ items: fc.array(work, { minLength: 1, maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ initiative, items: fc.array(work, { maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ items: fc.constant([]) }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const demand = (begin: number) =>
  fc
    .record({ times: fc.tuple(instant(begin), instant(begin)), isAccepted: fc.boolean(), becomes })
    .map(({ times, isAccepted, ...rest }) => {
      const [askedAt, acceptedAt] = times.toSorted();
      return { ...rest, askedBy: 'retail', askedAt, ...(isAccepted ? { acceptedAt } : {}) };
    });

const initiativeKeys = ['i-1', 'i-2', 'i-3', 'i-4', 'i-5', 'i-6', 'i-7', 'i-8', 'north'];

const initiatives = (begin: number) =>
  fc.tuple(
    ...initiativeKeys.map((key) =>
      fc
        .record({
          team: maybe(fc.constantFrom('red', 'blue')),
          class: maybe(fc.constantFrom('strategic', 'operational', 'mandatory')),
          days: fc.tuple(instant(begin), instant(begin)),
          isBegun: fc.constantFrom(true, true, false),
          isOver: fc.boolean(),
        })
        .map(({ days, isBegun, isOver, ...rest }) => {
          const [actualStart, actualEnd] = days.map(dayIn).sort();
          return { key, ...rest, ...(isBegun ? { actualStart } : {}), ...(isOver ? { actualEnd } : {}) };
        }),
    ),
  );

const planSnapshot = (begin: number) =>
  fc.record({
    on: instant(begin).map(dayIn),
    initiatives: fc.subarray(initiativeKeys, { minLength: 4 }).chain((keys) =>
      fc.tuple(
        ...keys.map((each) =>
          fc.record({
            initiative: fc.constant(each),
            plannedEnd: fc.option(instant(begin).map(dayIn), { nil: undefined, freq: 8 }),
          }),
        ),
      ),
    ),
  });

/** What stands on record in a world that begins at some instant: the same in each of its designs. */
export const records = (begin: number): fc.Arbitrary<DesignInput> =>
  fc
    .record({
      meetings: fc.array(meeting(begin), { maxLength: 12 }).map((all) => keyed(all, 'm')),
      decisions: fc.array(decision(begin), { minLength: 5, maxLength: 40, size: 'max' }).map((all) => keyed(all, 'd')),
      priorityLists: fc
        .uniqueArray(priorityList(begin), { maxLength: 6, selector: listName })
        .map((all) => keyed(all, 'l')),
      dependencies: fc.array(dependency(begin), { maxLength: 10, size: 'max' }).map((all) => keyed(all, 'p')),
      demands: fc.array(demand(begin), { maxLength: 24, size: 'max' }).map((all) => keyed(all, 'w')),
      initiatives: initiatives(begin),
      planSnapshots: fc.uniqueArray(planSnapshot(begin), { maxLength: 5, size: 'max', selector: ({ on }) => on }),
    })
    .map((told): DesignInput => JSON.parse(JSON.stringify({ ...told, planningPeriods: planningPeriods(begin) })));

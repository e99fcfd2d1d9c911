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

const capabilityKeys = ['billing', 'paying', 'c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6', 'c-7', 'c-8', 'c-9', 'c-10'];
const scale = fc.constantFrom('iso', 'iso', 'iso', 'cmmi');
const level = fc.constantFrom(0, 1, 2, 2.5, 3, 4, 5);

/** Some below those before them. */
const capabilities = fc.tuple(
  ...capabilityKeys.map((key, place) =>
    fc.record({
      key: fc.constant(key),
      kind: fc.constantFrom('business', 'it'),
      parent: fc
        .option(fc.constantFrom(...capabilityKeys.slice(0, 3)), { nil: undefined, freq: 1 })
        .map((parent) => (place < 3 ? undefined : parent)),
      maturityTarget: fc.option(fc.record({ level, scale }), { nil: undefined, freq: 3 }),
    }),
  ),
);

const assessment = (begin: number) =>
  fc.record({
    capability: fc.constantFrom(...capabilityKeys),
    on: fc.oneof(
      { weight: 4, arbitrary: instant(begin).map(dayIn) },
      { weight: 1, arbitrary: instant(begin - 330 * day).map(dayIn) },
    ),
    level,
    scale,
  });

const statedOnce = ({ capability: of, on, scale: its }: { capability: string; on: string; scale: string }): string =>
  `${of} ${on} ${its}`;

const goals = fc.tuple(
  ...['g-1', 'g-2', 'g-3'].map((key) =>
    fc.record({
      key: fc.constant(key),
      statement: fc.constant('more'),
      weights: fc
        .subarray(['first', 'second', 'both'])
        .chain((periods) =>
          fc.tuple(
            ...periods.map((period) =>
              fc.record({ period: fc.constant(period), weight: fc.constantFrom(0, 0.25, 0.5) }),
            ),
          ),
        ),
    }),
  ),
);

const goalCapability = fc.record({
  goal: fc.constantFrom('g-1', 'g-2', 'g-3'),
  capability: fc.constantFrom(...capabilityKeys),
  importance: fc.integer({ min: 0, max: 3 }),
});

const fte = fc.option(fc.constantFrom(0, 0.5, 1, 2, 3.5), { nil: undefined, freq: 5 });

const spending = fc.record({
  period: fc.constantFrom('first', 'second', 'both'),
  amount: fc.record({
    amount: fc.constantFrom('0', '10', '12.35', '99.99'),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
  }),
});

const skill = fc.record({
  critical: fc.boolean(),
  capabilities: fc.subarray(['billing', 'paying', 'c-1']),
  demandFte: fte,
  supplyFte: fte,
  holders: maybe(fc.integer({ min: 0, max: 3 })),
  developmentSpend: fc.array(spending, { maxLength: 2 }),
});

const exchangeRate = (begin: number) =>
  fc.record({
    from: fc.constant('USD'),
    to: fc.constant('EUR'),
    validFrom: instant(begin).map(dayIn),
    rate: fc.constantFrom('0.9', '0.5', '1.1'),
  });

const dated = (begin: number) =>
  fc.record({ on: instant(begin).map(dayIn), value: fc.constantFrom(0, 10, 12.5, 20, 30) });

const outcome = (begin: number) =>
  fc
    .record({
      kind: maybe(fc.constantFrom('revenue', 'cost', 'cost', 'risk')),
      direction: maybe(fc.constantFrom('up', 'down')),
      ends: fc.tuple(dated(begin), dated(begin)),
      has: fc.constantFrom('both', 'both', 'both', 'both', 'target', 'baseline', 'none'),
      measurements: fc.uniqueArray(dated(begin), { maxLength: 5, selector: ({ on }) => on }),
    })
    .map(({ ends, has, measurements, ...rest }) => {
      const [baseline, target] = ends.toSorted((a, b) => (a.on < b.on ? -1 : 1));
      return {
        ...rest,
        ...(has === 'both' || has === 'baseline' ? { baseline } : {}),
        ...(has === 'both' || has === 'target' ? { target } : {}),
        measurements: measurements.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
      };
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
      capabilities,
      maturityAssessments: fc.uniqueArray(assessment(begin), { maxLength: 40, size: 'max', selector: statedOnce }),
      goals,
      goalCapabilities: fc.uniqueArray(goalCapability, {
        maxLength: 24,
        size: 'max',
        selector: ({ goal: of, capability: on }) => `${of} ${on}`,
      }),
      skills: fc.array(skill, { maxLength: 8, size: 'max' }).map((all) => keyed(all, 's')),
      exchangeRates: fc.uniqueArray(exchangeRate(begin), { maxLength: 2, selector: ({ validFrom }) => validFrom }),
      outcomes: fc.array(outcome(begin), { maxLength: 16, size: 'max' }).map((all) => keyed(all, 'o')),
      planSnapshots: fc.uniqueArray(planSnapshot(begin), { maxLength: 5, size: 'max', selector: ({ on }) => on }),
    })
    .map((told): DesignInput => JSON.parse(JSON.stringify({ ...told, planningPeriods: planningPeriods(begin) })));

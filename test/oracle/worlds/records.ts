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
      subject: maybe(
        fc.record({
          team: maybe(fc.constantFrom('red', 'blue')),
          capability,
          initiative: maybe(initiative),
          investment: maybe(fc.constantFrom('m-1', 'm-2')),
        }),
      ),
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
    .tuple(
      fc.shuffledSubarray([...keys], { minLength: 1 }),
      fc.array(maybe(fc.constantFrom('it pays', ' ')), { minLength: keys.length, maxLength: keys.length }),
    )
    .map(([order, why]) => order.map((key, index) => ({ rank: index + 1, [name]: key, rationale: why[index] })));

const manyInitiatives = Array.from({ length: 13 }, (_, index) => `i-${index + 1}`);

const priorityList = (begin: number) =>
  fc.record({
    period: fc.constantFrom('first', 'second', 'both'),
    approvedOn: instant(begin).map(dayIn),
    decision: maybe(fc.constantFrom('d-1', 'd-2', 'd-3')),
    ranking: fc.oneof(
      { weight: 3, arbitrary: rankingOf('initiative', ['i-1', 'i-2', 'i-3', 'i-4']) },
      { weight: 3, arbitrary: rankingOf('initiative', manyInitiatives) },
      { weight: 3, arbitrary: rankingOf('goal', ['g-1', 'g-2', 'g-3']) },
    ),
  });

const dayIn = (text: string): string => text.slice(0, 10);

const planningPeriods = (begin: number) => {
  const [before, from, middle, to] = [-200, -20, 40, 200].map((days) => dayIn(iso(begin + days * day)));
  return [
    { key: 'earlier', kind: 'half', from: before, to: from },
    { key: 'long', kind: 'year', from: before, to: middle },
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

const initiativeKeys = [...manyInitiatives.slice(0, 10), 'north'];

const initiatives = (begin: number) =>
  fc.tuple(
    ...initiativeKeys.map((key) =>
      fc
        .record({
          team: maybe(fc.constantFrom('red', 'blue')),
          class: maybe(fc.constantFrom('strategic', 'operational', 'mandatory')),
          status: maybe(fc.constantFrom('stopped', 'done')),
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

const goalKeys = ['g-1', 'g-2', 'g-3'];

/** Weights need not make a whole here: nothing that is read of them hangs on it. */
const goals = fc.tuple(
  ...goalKeys.map((key) =>
    fc.record({ first: maybe(weight()), second: maybe(weight()), both: maybe(weight()) }).map((weights) => ({
      key,
      statement: key,
      weights: Object.entries(weights).flatMap(([period, each]) =>
        each === undefined ? [] : [{ period, weight: each }],
      ),
    })),
  ),
);

function weight() {
  return fc.constantFrom(0, 0.25, 0.5);
}

const roots = ['billing', 'paying', 'search'];

const rootNeeds = fc.tuple(
  ...goalKeys.flatMap((key) =>
    roots.map((each) =>
      fc.integer({ min: 0, max: 3 }).map((importance) => ({ goal: key, capability: each, importance })),
    ),
  ),
);

const investmentKeys = ['m-1', 'm-2', 'm-3'];
const outcomeKeys = ['o-1', 'o-2'];
const measuredKeys = Array.from({ length: 16 }, (_, index) => `u-${index + 1}`);
const benefitKeys = ['b-1', 'b-2', 'b-3'];

/** Two ways at most from each giver, which pass on all of it together, a part, or nothing; some hold for a time only. */
const waysFrom = (
  begin: number,
  giver: string,
  keys: readonly string[],
  receiver: string,
  receivers: readonly string[],
) =>
  fc.tuple(
    ...keys.map((key) =>
      fc
        .record({
          to: fc.shuffledSubarray([...receivers], { minLength: receivers.length > 2 ? 1 : 0, maxLength: 2 }),
          passes: fc.constantFrom(
            [1],
            [1],
            [0.5, 0.5],
            [0.5, 0.5],
            [0.3333, 0.3333],
            [0.125, 0.2],
            [undefined, 0.7],
            [0],
          ),
          day: instant(begin).map(dayIn),
          until: fc.boolean(),
        })
        .map(({ to, passes, day: change, until }) =>
          to.map((name, index) => ({
            giver: { [giver]: key },
            receiver: { [receiver]: name },
            passes: passes[index],
            ...(index === 0 ? {} : until ? { to: change } : { from: change }),
          })),
        ),
    ),
  );

/** Some outcomes that a capability passes money on to: those that benefits come of, and others that are measured. */
const purposes = (begin: number, capabilityKey: string) =>
  fc
    .record({
      to: fc.subarray([...outcomeKeys, ...measuredKeys], { minLength: 12 }),
      passes: fc.array(fc.constantFrom(0.03, 0.0325, 0.03, 0.02, 0.03, undefined), { minLength: 18, maxLength: 18 }),
      day: instant(begin).map(dayIn),
    })
    .map(({ to, passes, day: change }) =>
      to.map((name, index) => ({
        giver: { capability: capabilityKey },
        receiver: { outcome: name },
        passes: outcomeKeys.includes(name) ? 0.2 : passes[index],
        ...(index % 3 === 2 ? { from: change } : index % 5 === 4 ? { to: change } : {}),
      })),
    );

const chainLinks = (begin: number) =>
  fc
    .tuple(
      waysFrom(begin, 'investment', investmentKeys, 'initiative', initiativeKeys),
      waysFrom(begin, 'initiative', initiativeKeys, 'capability', ['billing', 'paying', 'search']),
      fc.tuple(...roots.map((key) => purposes(begin, key))),
      waysFrom(begin, 'outcome', outcomeKeys, 'benefit', benefitKeys),
      waysFrom(begin, 'benefit', ['b-1'], 'benefit', ['b-2', 'b-3']),
    )
    .map((ways) => ways.flat(2).map((link) => ({ ...link, grade: 'D', rationale: 'so it is' })));

const money = fc.record({
  amount: fc.constantFrom('100.00', '0.01', '0.05', '99999.99', '-12.34', '250.50', '1000'),
  currency: fc.constantFrom('EUR', 'EUR', 'USD', 'CHF'),
});

const investments = (begin: number) =>
  fc.tuple(
    ...investmentKeys.map((key) =>
      fc
        .record({
          class: fc.constantFrom('run', 'grow', 'transform'),
          approvedOn: maybe(instant(begin).map(dayIn)),
          spend: fc.array(fc.record({ on: instant(begin).map(dayIn), amount: money }), { maxLength: 8, size: 'max' }),
          budget: fc.uniqueArray(fc.record({ period: fc.constantFrom('first', 'second', 'both'), amount: money }), {
            maxLength: 3,
            selector: ({ period }) => period,
          }),
        })
        .map((told) => ({ key, basis: 'project' as const, ...told })),
    ),
  );

const benefits = fc.tuple(
  ...benefitKeys.map((key) =>
    fc.constantFrom('plan', 'forecast', 'realised', 'none').map((told) => ({
      key,
      kind: 'cost',
      currency: 'EUR',
      ...(told === 'plan' ? { plan: { profile: [{ period: 'first', value: '1' }] } } : {}),
      ...(told === 'forecast'
        ? { forecasts: [{ madeOn: '2024-01-01', profile: [{ period: 'first', value: '1' }] }] }
        : {}),
      ...(told === 'realised' ? { realised: [{ period: 'first', value: '1' }] } : {}),
    })),
  ),
);

/** A day long before a world begins, or in its first part. */
const long = (begin: number): fc.Arbitrary<string> =>
  fc.integer({ min: -440, max: 50 }).map((days) => dayIn(iso(begin + days * day)));

/** Values of periods that share no day. */
const profile: fc.Arbitrary<{ period: string; value: string }[]> = fc
  .constantFrom(['earlier', 'first', 'second'], ['earlier', 'first'], ['first'], ['long'], ['earlier', 'both'])
  .chain((keys) =>
    fc.tuple(...keys.map((period) => fc.constantFrom('0', '5', '10', '12.35').map((value) => ({ period, value })))),
  );

const confirmed = (begin: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ confirmedBy: fc.constant('owner'), confirmedAt: instant(begin) }) },
    { weight: 1, arbitrary: fc.constantFrom({}, { confirmedBy: 'owner' }) },
  );

const worth = (begin: number) =>
  fc
    .record({
      kind: fc.constantFrom('revenue', 'cost', 'cost'),
      unit: fc.constantFrom({ currency: 'EUR' }, { currency: 'EUR' }, { currency: 'USD' }, { unit: 'hours' }),
      as: fc.constantFrom('end', 'end', 'end', 'end', 'supporting'),
      disbenefit: fc.constantFrom(false, false, false, true),
      cashReleasing: maybe(fc.boolean()),
      plan: fc.option(fc.record({ approvedOn: fc.option(long(begin), { nil: undefined, freq: 5 }), profile }), {
        nil: undefined,
        freq: 5,
      }),
      forecasts: fc
        .uniqueArray(fc.record({ madeOn: long(begin), profile }), { maxLength: 3, selector: ({ madeOn }) => madeOn })
        .map((all) => all.toSorted((a, b) => (a.madeOn < b.madeOn ? -1 : 1))),
      realised: fc.oneof(
        { weight: 4, arbitrary: profile },
        { weight: 1, arbitrary: fc.constant<{ period: string; value: string }[]>([]) },
      ),
      confirmed: fc.array(confirmed(begin), { minLength: 3, maxLength: 3 }),
    })
    .map(({ unit, realised, confirmed: by, ...rest }) => ({
      ...rest,
      ...unit,
      realised: realised.map((value, index) => ({ ...value, ...by[index] })),
    }));

/** Investments that were approved and of which nothing was spent yet, each with ways to some benefits. */
const approvals = (begin: number) =>
  fc
    .array(
      fc.record({
        approvedOn: fc.oneof(
          { weight: 3, arbitrary: instant(begin).map(dayIn) },
          { weight: 1, arbitrary: fc.constant(undefined) },
        ),
        initiative,
        leads: fc.constantFrom(true, true, true, false),
      }),
      { minLength: 4, maxLength: 16, size: 'max' },
    )
    .map((all) => keyed(all, 'n'));

const exchangeRates = (begin: number) =>
  fc.uniqueArray(
    fc.record({
      pair: fc.constantFrom(['USD', 'EUR'], ['EUR', 'USD'], ['CHF', 'EUR']),
      validFrom: instant(begin).map(dayIn),
      rate: fc.constantFrom('0.50', '1.25', '2'),
      use: maybe(fc.constantFrom('average', 'budget', 'closing')),
    }),
    { maxLength: 6, size: 'max', selector: ({ pair, validFrom, use }) => JSON.stringify([pair, validFrom, use]) },
  );

/** Rates from so early on that every amount has one. */
const alwaysRated = (begin: number) =>
  ['USD', 'CHF'].map((from) => ({ from, to: 'EUR', rate: '0.5', validFrom: dayIn(iso(begin - 600 * day)) }));

/** Initiatives that do the same for what money goes to; some are only suspected. */
const duplication = (begin: number) =>
  fc
    .record({
      capability: fc.constantFrom(...roots),
      initiatives: fc.subarray(initiativeKeys, { minLength: 5 }),
      overlap: fc.constantFrom(1, 0.5, 0.25),
      because: fc.constant('so it is'),
      on: fc.option(instant(begin).map(dayIn), { nil: undefined, freq: 5 }),
      ends: fc.tuple(instant(begin), instant(begin)),
      lasts: fc.constantFrom('ever', 'ever', 'from', 'to', 'both'),
    })
    .map(({ on, ends, lasts, ...rest }) => {
      const [from, to] = ends.map(dayIn).sort();
      return {
        ...rest,
        ...(on === undefined ? {} : { confirmed: { by: 'owner', on } }),
        ...(lasts === 'from' || (lasts === 'both' && from !== to) ? { from } : {}),
        ...(lasts === 'to' || (lasts === 'both' && from !== to) ? { to } : {}),
      };
    });

const policies = (begin: number) =>
  fc
    .array(maybe(instant(begin).map(dayIn)), { maxLength: 4 })
    .map((days) => [{ key: 'p', appliesTo: 'all', exceptions: days.map((on) => ({ what: 'once', on })) }]);
const otherKeys = ['c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6', 'c-7', 'c-8', 'c-9', 'c-10'];
const capabilityKeys = [...roots, ...otherKeys];
const scale = fc.constantFrom('iso', 'iso', 'iso', 'cmmi');
const level = fc.constantFrom(0, 1, 2, 2.5, 3, 4, 5);

/** Those that money and items go to are leaves; of the others some are below one another. */
const capabilities = fc.tuple(
  ...capabilityKeys.map((key, place) =>
    fc.record({
      key: fc.constant(key),
      kind: fc.constantFrom('business', 'it'),
      parent:
        place < 6
          ? fc.constant(undefined)
          : fc.option(fc.constantFrom('c-1', 'c-2', 'c-3'), { nil: undefined, freq: 1 }),
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

/** A level of what money goes to, found on a day on which nothing else is. */
const early = (begin: number, key: string) =>
  fc
    .record({ ago: fc.integer({ min: 150, max: 190 }), level, is: fc.constantFrom(true, true, true, false) })
    .map(({ ago, level: found, is }) =>
      is ? [{ capability: key, on: dayIn(iso(begin - ago * day)), level: found, scale: 'iso' }] : [],
    );

const statedOnce = ({ capability: of, on, scale: its }: { capability: string; on: string; scale: string }): string =>
  `${of} ${on} ${its}`;

const goalCapability = fc.record({
  goal: fc.constantFrom('g-1', 'g-2', 'g-3'),
  capability: fc.constantFrom(...otherKeys),
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

const dated = (begin: number) =>
  fc.record({ on: instant(begin).map(dayIn), value: fc.constantFrom(0, 10, 12.5, 20, 30) });

const outcome = (begin: number) =>
  fc
    .record({
      kind: maybe(fc.constantFrom('revenue', 'cost', 'cost', 'risk')),
      direction: maybe(fc.constantFrom('up', 'down')),
      ends: fc.tuple(dated(begin), dated(begin)),
      has: fc.constantFrom('both', 'both', 'both', 'both', 'both', 'both', 'both', 'target', 'baseline', 'none'),
      measurements: fc.uniqueArray(dated(begin), { maxLength: 7, size: 'max', selector: ({ on }) => on }),
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
        .uniqueArray(priorityList(begin), { minLength: 2, maxLength: 12, size: 'max', selector: listName })
        .map((all) => keyed(all, 'l')),
      dependencies: fc.array(dependency(begin), { maxLength: 10, size: 'max' }).map((all) => keyed(all, 'p')),
      demands: fc.array(demand(begin), { maxLength: 24, size: 'max' }).map((all) => keyed(all, 'w')),
      initiatives: initiatives(begin),
      goals,
      capabilities,
      maturityAssessments: fc
        .tuple(
          fc.uniqueArray(assessment(begin), { minLength: 10, maxLength: 60, size: 'max', selector: statedOnce }),
          fc.tuple(...roots.map((key) => early(begin, key))),
        )
        .map(([stated, first]) => [...stated, ...first.flat()]),
      goalCapabilities: fc
        .tuple(
          rootNeeds,
          fc.uniqueArray(goalCapability, {
            maxLength: 24,
            size: 'max',
            selector: ({ goal: of, capability: on }) => `${of} ${on}`,
          }),
        )
        .map((needs) => needs.flat()),
      skills: fc.array(skill, { maxLength: 8, size: 'max' }).map((all) => keyed(all, 's')),
      chainLinks: chainLinks(begin),
      outcomes: fc
        .array(outcome(begin), { minLength: 6, maxLength: 24, size: 'max' })
        .map((all) => [...outcomeKeys.map((key) => ({ key })), ...keyed(all, 'u')]),
      benefits: fc
        .tuple(benefits, fc.array(worth(begin), { minLength: 4, maxLength: 16, size: 'max' }))
        .map(([chained, more]) => [...chained, ...keyed(more, 'v')]),
      approvals: approvals(begin),
      exchangeRates: fc
        .tuple(exchangeRates(begin), fc.constantFrom(true, true, false))
        .map(([rates, isRated]) => [
          ...rates.map(({ pair: [from, to], ...rate }) => ({ from, to, ...rate })),
          ...(isRated ? alwaysRated(begin) : []),
        ]),
      investments: investments(begin),
      policies: policies(begin),
      duplications: fc
        .array(duplication(begin), { minLength: 1, maxLength: 8, size: 'max' })
        .map((all) => keyed(all, 'x')),
      planSnapshots: fc.uniqueArray(planSnapshot(begin), { maxLength: 5, size: 'max', selector: ({ on }) => on }),
    })
    .map(({ approvals: approved, ...told }): DesignInput => {
      const granted = approved.map(({ key, approvedOn }) => ({ key, approvedOn, basis: 'project', class: 'grow' }));
      return JSON.parse(
        JSON.stringify({
          ...told,
          planningPeriods: planningPeriods(begin),
          investments: [...told.investments, ...granted],
          chainLinks: [
            ...told.chainLinks.filter(({ receiver }) => isThere(receiver, told.outcomes)),
            ...waysOf(approved, told.benefits),
          ],
        }),
      );
    });

const isThere = (receiver: object, outcomes: readonly { key: string }[]): boolean =>
  !('outcome' in receiver) || outcomes.some(({ key }) => key === receiver.outcome);

/** From each approved investment to its initiative, and from outcomes to each benefit, claiming nothing. */
const waysOf = (
  approved: readonly { key: string; initiative: string; leads: boolean }[],
  worths: readonly { key: string }[],
) => {
  const claims = { grade: 'D', rationale: 'so it is' };
  return [
    ...approved.flatMap(({ key, initiative: to, leads }) =>
      leads ? [{ giver: { investment: key }, receiver: { initiative: to }, ...claims }] : [],
    ),
    ...worths.flatMap(({ key }, index) =>
      key.startsWith('v-')
        ? [{ giver: { outcome: outcomeKeys[index % 2] }, receiver: { benefit: key }, ...claims }]
        : [],
    ),
  ];
};

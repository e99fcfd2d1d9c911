import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifier, join, sql } from '#engine/sql.ts';
import type { DesignInput } from '#model/design-model.ts';
import { brokenCases } from './broken.ts';
import { conform } from './conform.ts';
import { countedRows, lastBroken } from './counted.ts';
import type { Rule } from './define.ts';
import { allowedTransitions } from './delivery/allowed-transitions.ts';
import { at, contextOf, type World } from './fixtures/world.ts';
import { type Ground, onGround } from './ground.ts';
import { rules } from './index.ts';
import { prepare } from './read-rule.ts';
import type { Span } from './span.ts';

const stages = ['wait', 'build', 'check', 'done'];
const aStage = fc.constantFrom(...stages);

const aWorkflow = fc
  .record({
    transitions: fc.uniqueArray(fc.record({ from: aStage, to: fc.uniqueArray(aStage, { minLength: 1 }) }), {
      selector: ({ from }) => from,
    }),
    appliesTo: fc.subarray([{ itemType: 'bug' }, { team: 'blue' }], { maxLength: 1 }),
    known: fc.integer({ min: 3, max: stages.length }),
  })
  .map(({ transitions, appliesTo, known }) => ({
    stages: stages.slice(0, known).map((key) => ({ key, kind: 'active' as const })),
    transitions: transitions
      .filter(({ from }) => stages.indexOf(from) < known)
      .map(({ from, to }) => ({ from, to: to.filter((key) => stages.indexOf(key) < known) })),
    appliesTo,
  }));

/** One design, or two of which the second begins before the window, with it, between two edges or at one. */
const someDesigns = fc
  .tuple(
    fc.array(fc.array(aWorkflow, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    fc.constantFrom('2025-06-01', '2026-01-01', '2026-05-10', '2026-05-10', '2026-10-01'),
  )
  .map(([lists, change]) =>
    lists.map((workflows, index): DesignInput => {
      const time = lists.length === 1 ? {} : index === 0 ? { to: change } : { from: change };
      return {
        design: { key: `design-${index}`, status: 'in-force', ...time },
        workflows: workflows.map((workflow, no) => ({ key: `flow-${no}`, ...workflow })),
      };
    }),
  );

/** Days near which something changes for a reading, and any other. */
const aDay = fc.oneof(
  fc.constantFrom('2025-12-31', '2026-01-01', '2026-05-10', '2026-07-01', '2026-09-30T23:59:59', '2026-10-01'),
  fc.constantFrom(
    '2026-12-31',
    '2027-01-01',
    '2026-05-09T09:59',
    '2026-05-09T10:00',
    '2026-09-30T11:59',
    '2026-09-30T12:00',
  ),
  fc
    .integer({ min: 0, max: 400 })
    .map((day) => new Date(Date.UTC(2025, 11, 1) + day * 86_400_000).toISOString().slice(0, 10)),
);

const aVisit = fc.record({
  item: fc.constantFrom('A', 'B', 'C', 'D'),
  stage: fc.constantFrom(...stages, 'elsewhere', '?'),
  team: fc.constantFrom('red', 'blue', '-'),
  day: aDay,
});

const aWorld = fc
  .record({ designs: someDesigns, visits: fc.array(aVisit, { minLength: 20, maxLength: 40, size: 'max' }) })
  .map(
    ({ designs, visits }): World => ({
      designs,
      asOf: '2027-02-01',
      items: 'A open type=bug team=red; B open type=task team=blue; C open; D open type=bug team=blue',
      visits: visits
        .toSorted((a, b) => a.day.localeCompare(b.day))
        .map(({ item, stage, team, day }) => `${item} ${stage}@${team} ${day}..`)
        .join(';'),
    }),
  );

/** Windows of whole days and others, of days that begin at midnight and others. */
const aReading = fc.constantFrom(
  {},
  { window: { from: '2026-05-09T10:00:00Z', until: '2026-09-30T12:00:00Z' } },
  { window: { from: '2026-05-10T00:00:00Z', until: '2026-05-10T12:00:00Z' } },
  { timeZone: 'Asia/Kathmandu' },
);

/** Every stretch between two edges. */
const stretches = ({ edges }: Ground): Span[] =>
  edges.flatMap((from) => edges.filter((until) => until > from).map((until) => ({ from, until })));

/** The rows of a rule put together by all that its counted rows tell, the instant aside, in one order. */
const together = async (ground: Ground, rule: Rule, span: Span) => {
  const counted = rule.counted?.(ground, span) ?? sql``;
  const told = await ground.engine.all<{ column_name: string }>(
    sql`describe select * exclude (n, counted_at) from (${counted})`,
  );
  const columns = join(told.map(({ column_name: column }) => identifier(column)));
  return {
    counted: await ground.engine.all(
      sql`select ${columns}, sum(n)::int as n from (${counted}) group by all order by all`,
    ),
    rows: await ground.engine.all(
      sql`select ${columns}, count(*)::int as n from (${rule.rows(ground, span)}) group by all order by all`,
    ),
  };
};

const counting = rules.filter(({ counted }) => counted !== undefined);

test.each(counting)('what $id counts adds up to its rows between any two edges', async (rule) => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(aWorld, aReading, async (world, reading) => {
      const context = await contextOf(world, reading);
      await onGround(context, rule.designed, async (ground) => {
        await prepare(ground, rule);
        for (const span of stretches(ground)) {
          const { counted, rows } = await together(ground, rule, span);
          expect(counted).toEqual(rows);
          seen += rows.length;
        }
      });
      context.engine.close();
    }),
    { numRuns: 20 },
  );
  expect(seen).toBeGreaterThan(40);
});

test.each(counting)('$id says the same, case by case, when nothing is counted together', async (rule) => {
  const { counted: _, ...one } = rule;
  await fc.assert(
    fc.asyncProperty(aWorld, aReading, async (world, reading) => {
      const context = await contextOf(world, reading);
      expect(await conform(context, [rule])).toEqual(await conform(context, [one]));
      await onGround(context, rule.designed, async (ground) => {
        await prepare(ground, rule);
        for (const limit of [1, 2, 4, 8]) {
          const page = { limit, offset: limit - 1 };
          const cases = await brokenCases(ground, one, ground.span, page);
          expect(await brokenCases(ground, rule, ground.span, page)).toEqual(cases);
        }
      });
      context.engine.close();
    }),
    { numRuns: 8 },
  );
});

/** Moves back of a year, which no workflow allows: one in its last quarter, two in the one before, three in its first half. */
const movesBack: World = {
  design: {
    workflows: [
      {
        key: 'flow',
        stages: ['wait', 'build'].map((key) => ({ key, kind: 'active' as const })),
        transitions: [{ from: 'wait', to: ['build'] }],
      },
    ],
  },
  visits: ['11-07', '09-02', '08-03', '06-30', '03-01', '02-28']
    .map((day, no) => `${no} build@red 2025-12-01..${day}; ${no} wait@red ${day}..`)
    .join(';'),
};
const year: Span = { from: at('01-01'), until: at('2027-01-01') };
const untilAutumn: Span = { from: at('02-01'), until: at('10-01') };
const { counted: _, ...uncounted }: Rule = allowedTransitions;

const standing = async <T>(work: (ground: Ground) => Promise<T>): Promise<T> => {
  const context = await contextOf(movesBack);
  const answer = await onGround(context, allowedTransitions.designed, async (ground) => {
    await prepare(ground, allowedTransitions);
    return work(ground);
  });
  context.engine.close();
  return answer;
};

test.each([
  ['together between two edges', allowedTransitions, year, { rows: 6, most: 2 }],
  ['each by itself where a span begins elsewhere', allowedTransitions, untilAutumn, { rows: 5, most: 1 }],
  ['each by itself where the rule does not count', uncounted, year, { rows: 6, most: 1 }],
] satisfies [string, Rule, Span, object][])('rows are counted %s', async (_, rule, span, expected) => {
  const found = await standing((ground) =>
    ground.engine.all(sql`select sum(n)::int as rows, max(n)::int as most from (${countedRows(ground, rule, span)})`),
  );
  expect(found).toEqual([expected]);
});

test.each([
  ['of its last period, when that has enough', allowedTransitions, year, 1, '10-01'],
  ['of as many periods as it takes', allowedTransitions, year, 2, '07-01'],
  ['of no more than it takes', allowedTransitions, year, 3, '07-01'],
  ['of all periods', allowedTransitions, year, 4, '01-01'],
  ['of all of it, when there are not so many', allowedTransitions, year, 7, '01-01'],
  ['of all of it, when it begins at no edge', allowedTransitions, untilAutumn, 1, '02-01'],
  ['of all of it, when the rule does not count', uncounted, year, 1, '01-01'],
] satisfies [string, Rule, Span, number, string][])(
  'the last broken cases are looked for in the end of a span: %s',
  async (_, rule, span, cases, from) => {
    expect(await standing((ground) => lastBroken(ground, rule, span, cases))).toEqual({
      from: at(from),
      until: span.until,
    });
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { office } from '#model/calendar/fixtures/calendar.ts';
import type { RuleResult } from '#model/rule-result.ts';
import { fallsUnderPressure } from '#model/rule-result.ts';
import { wilsonDifference } from '#model/statistics/wilson.ts';
import type { Rule } from '../define.ts';
import { fullDesign } from '../fixtures/full-design.ts';
import { slowPressure } from '../fixtures/slow-pressure.ts';
import { at, contextOf, readIn } from '../fixtures/world.ts';
import { atIntendedLevel } from '../governance/at-intended-level.ts';
import { type Ground, onGround } from '../ground.ts';
import { rules } from '../index.ts';
import { type Measured, measure, measureParts } from '../measure.ts';
import { prepare } from '../read-rule.ts';
import type { Span } from '../span.ts';
import { ownershipLasts } from '../structure/ownership-lasts.ts';
import { workByOwner } from '../structure/work-by-owner.ts';
import { trendPeriods } from '../trend-periods.ts';

const window = { from: '2026-01-05T00:00:00Z', until: '2026-02-14T00:00:00Z' };
const here = { window, calendar: office('UTC') };

/** Much of red's work is under way from the 20th to the 22nd of January. */
const busy = 'V build@red 2025-12-01..; W build@red 01-20..01-23';

/** So many decisions of red's that were raised on a day, at their level and above it. */
const raised = (day: string, right: number, above: number): string =>
  [...Array.from({ length: right }, () => 2), ...Array.from({ length: above }, () => 3)]
    .map((rank, index) => `D${day}-${index} team=red raised=${day} decided=02-10 rank_decided=${rank} rank_intended=2`)
    .join(';');

const told = ({ pressure, pressureMissing }: RuleResult): string =>
  pressure
    ? `${pressure.under.value} of ${pressure.under.n}, else ${pressure.rest.value} of ${pressure.rest.n}`
    : String(pressureMissing);

test.each([
  [
    'what began on a pressed day with the rest',
    `${raised('01-21', 3, 2)};${raised('01-28', 8, 2)}`,
    '0.6 of 5, else 0.8 of 10',
  ],
  [
    'what began on the last pressed day',
    `${raised('01-22T23:59', 3, 2)};${raised('01-23', 8, 2)}`,
    '0.6 of 5, else 0.8 of 10',
  ],
  [
    'neither side with what began before the window',
    `${raised('01-21', 3, 2)};${raised('01-28', 8, 2)};${raised('01-04', 0, 9)}`,
    '0.6 of 5, else 0.8 of 10',
  ],
  [
    'nothing with too few under pressure',
    `${raised('01-21', 4, 0)};${raised('01-28', 8, 2)}`,
    'under pressure too few: 4 of at least 5',
  ],
  ['nothing with too few else', `${raised('01-21', 3, 2)};${raised('01-28', 4, 0)}`, 'else too few: 4 of at least 5'],
  ['nothing with none under pressure', raised('01-28', 8, 2), 'under pressure no rows in the window'],
])('under pressure compares %s', async (_, decisions, expected) => {
  const design = { decisionRights: fullDesign.decisionRights ?? [] };
  expect(told(await readIn(atIntendedLevel, { design, visits: busy, decisions }, here))).toBe(expected);
});

test('the difference of two shares has the interval of Newcombe', async () => {
  const design = { decisionRights: fullDesign.decisionRights ?? [] };
  const decisions = `${raised('01-21', 3, 9)};${raised('01-28', 18, 2)}`;
  const result = await readIn(atIntendedLevel, { design, visits: busy, decisions }, here);
  const expected = wilsonDifference({ hits: 3, n: 12 }, { hits: 18, n: 20 });
  expect(result.pressure?.difference).toBeCloseTo(expected?.value ?? 0);
  expect(result.pressure?.lower).toBeCloseTo(expected?.lower ?? 0);
  expect(result.pressure?.upper).toBeCloseTo(expected?.upper ?? 0);
  expect(fallsUnderPressure(result)).toBe(true);
});

test('a share of time is split by the visits, with an interval', async () => {
  const item = (name: string, team: string, day: number) => `${name} build@${team} 01-${day}T08:00..01-${day}T20:00`;
  const names = ['A', 'B', 'C', 'D', 'E', 'F'];
  const visits = [
    ...names.map((name, index) => item(name, index % 2 === 0 ? 'red' : 'blue', 28)),
    ...names.map((name) => item(`${name}${name}`, 'red', 20)),
  ].join(';');
  const items = names.map((name) => `${name} open capability=pay; ${name}${name} open capability=pay`).join(';');
  const design = { teams: fullDesign.teams ?? [], ownerships: fullDesign.ownerships ?? [] };
  const { pressure } = await readIn(workByOwner, { design, items, visits: `${busy};${visits}` }, here);
  expect(pressure).toMatchObject({ under: { value: 1, n: 6 }, rest: { value: 0.5, n: 6 }, difference: 0.5 });
  expect(pressure?.lower).toBeLessThan(0.5);
});

test('a rule that is never read under pressure says why, and one that is not read at all says it once', async () => {
  const held = ['a', 'b', 'c', 'd', 'e'].map((object) => ({
    team: 'red',
    capability: object,
    as: 'accountable' as const,
    from: '2025-03-01',
    to: '2026-01-20',
  }));
  expect(told(await readIn(ownershipLasts, { design: { ownerships: held } }, here))).toMatch(/^an ownership lasts/u);
  expect(await readIn(ownershipLasts, {}, here)).toMatchObject({ pressure: null, status: 'not-designed' });
});

const result = (asDesigned: number, twiceAsBad: number, lower: number, upper: number): RuleResult =>
  ({
    breakpoints: { asDesigned, worstTolerable: (asDesigned + twiceAsBad) / 2, twiceAsBad },
    pressure: { lower, upper },
  }) as RuleResult;

test.each([
  ['falls', 'less is worse and there is clearly less', result(0.9, 0.5, -0.2, -0.1), true],
  ['does not fall', 'less is worse and there is clearly more', result(0.9, 0.5, 0.1, 0.2), false],
  ['falls', 'more is worse and there is clearly more', result(2, 10, 0.1, 0.2), true],
  ['does not fall', 'it is not clear', result(0.9, 0.5, -0.2, 0.01), false],
])('a rule %s under pressure when %s', (_, __, read, expected) => {
  expect(fallsUnderPressure(read)).toBe(expected);
});

const split = rules.filter(({ underPressure }) => 'by' in underPressure);

test.each(rules)('the rows of $id tell whether they began under pressure exactly when it is read so', async (rule) => {
  const context = await contextOf({ design: fullDesign });
  const columns = await onGround(context, rule.designed, async (ground) => {
    await prepare(ground, rule);
    return context.engine.all<{ column_name: string }>(sql`describe ${rule.rows(ground, ground.span)}`);
  });
  context.engine.close();
  expect(columns.some(({ column_name: name }) => name === 'pressed')).toBe(split.includes(rule));
});

const aTeam = fc.constantFrom('red', 'blue');
const anHour = fc.integer({ min: 0, max: 120 * 24 });

/** Cases of work and decisions, each with a beginning of its own. */
const someCases = fc.array(
  fc.record({ first: aTeam, second: aTeam, began: anHour, step: fc.integer({ min: 1, max: 200 }), flag: fc.boolean() }),
  { minLength: 12, maxLength: 18, size: 'max' },
);

type Case = { first: string; second: string; began: number; step: number; flag: boolean };

const hours = (many: number): number => at('01-05') + many * 3_600_000;
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

/** When and with which team the case of a row began, by what stands in the world and not in the tables. */
const began: Readonly<Record<string, (of: Case, rowAt: number) => readonly [string | null, number]>> = {
  'structure.work-by-owner': (of, rowAt) => [rowAt === hours(of.began) ? of.first : of.second, rowAt],
  'structure.boundaries-follow-flow': (of, rowAt) => [of.first, rowAt],
  'governance.at-intended-level': (of) => [of.second, hours(of.began)],
  'governance.within-target-time': (of) => [of.second, hours(of.began)],
  'governance.path-as-designed': (of) => [of.second, hours(of.began)],
  'governance.settled-once': (of) => [of.second, hours(of.began)],
  'governance.forums-decide': (of) => [of.second, hours(of.began)],
  'governance.agendas-decide': (_, rowAt) => [null, rowAt],
  'engagement.reviews-happen': (_, rowAt) => [null, rowAt],
  'delivery.feedback-closes': (_, rowAt) => [null, rowAt],
  'engagement.priorities-hold': (of, rowAt) => [of.second, rowAt],
  'engagement.scope-settled': (of) => [of.second, hours(of.began)],
  'delivery.allowed-transitions': (of, rowAt) => [of.second, rowAt],
  'delivery.commitments-kept': (of) => [of.second, hours(of.began)],
  'delivery.within-target': (of) => [of.second, hours(of.began)],
  'engagement.demand-channel': (of) => [of.second, hours(of.began)],
};

const worldOf = (cases: readonly Case[]) => {
  const lines = cases.map(({ first, second, began: hour, step, flag }, index) => {
    const [start, next, end] = [hours(hour), hours(hour + step), hours(hour + 2 * step)].map(text);
    return {
      items: `A${index} done started=${start} ended=${end} team=${second} capability=pay channel=${flag ? 'portal' : 'mail'} promised=${flag ? end : next} stage=done`,
      visits: `A${index} build@${first} ${start}..${next}; A${index} wait@${second} ${next}..${end}; A${index} done@${second} ${end}..`,
      handoffs: first === second ? '' : `A${index} ${first}>${second} ${next}`,
      events: `A${index} ${start} priority=high; A${index} ${next} priority=${flag ? 'high' : 'low'}`,
      decisions: `A${index} team=${second} raised=${start} decided=${next} right=fund-lead rank_decided=${flag ? 2 : 3} rank_intended=2 within_seconds=100000 within_clock=elapsed path=ask@product_decide@${flag ? 'product' : 'executive'} decided_by=board outcome=approved`,
    };
  });
  const joined = (part: 'items' | 'visits' | 'handoffs' | 'decisions' | 'events') =>
    lines.map((line) => line[part]).join(';');
  return {
    design: {
      ...fullDesign,
      meetings: cases.map(({ began: hour }, index) => meetingAt(index, hour)),
      reviews: cases.map(({ began: hour }, index) => reviewOn(index, hour)),
    },
    stages: 'wait queue; build active; done done',
    items: joined('items'),
    visits: joined('visits'),
    handoffs: joined('handoffs'),
    decisions: joined('decisions'),
    events: joined('events'),
    asOf: '12-31',
  };
};

/** A meeting of the board with one decision on its agenda. */
const meetingAt = (index: number, hour: number) => ({
  key: `m${index}`,
  forum: 'board',
  heldAt: `${text(hours(hour))}:00Z`,
  agenda: [{ subject: 'matter', kind: 'decision' as const, result: 'yes' }],
});

/** A review of the board, on a day without a time. */
const reviewOn = (index: number, hour: number) => ({
  key: `r${index}`,
  forum: 'board',
  on: text(hours(hour)).slice(0, 10),
});

type Told = {
  readonly item: string | null;
  readonly at: number;
  readonly kept: boolean | null;
  readonly pressed: boolean;
};

/** Each rule that is split in one world: its rows, what its two sides come to, and each period, with and without the rest. */
const readSplit = async (cases: readonly Case[]) => {
  const context = await contextOf(worldOf(cases), {
    calendar: office('UTC'),
    planningPeriod: 'quarter',
    window: { from: '2026-01-01T00:00:00Z', until: '2026-07-01T00:00:00Z' },
  });
  const periods = trendPeriods(context);
  const designed = split.flatMap((rule) => rule.designed);
  const read = await onGround(context, designed, async (ground) => {
    const found: (Awaited<ReturnType<typeof partsOf>> & { rule: Rule; rows: Told[] })[] = [];
    for (const rule of split) {
      await prepare(ground, rule);
      const rows = await context.engine.all<Told>(sql`
        select item.key as item, counted_at as at, kept, pressed
        from (${rule.rows(ground, ground.span)}) left join item using (item_id)`);
      found.push({ rule, rows, ...(await partsOf(ground, rule, periods)) });
    }
    return found;
  });
  context.engine.close();
  return read;
};

const partsOf = async (ground: Ground, rule: Rule, periods: readonly Span[]) => {
  const { whole, sides, period } = await measureParts(ground, rule, periods);
  const alone: Measured[] = [await measure(ground, rule, ground.span)];
  for (const span of periods) alone.push(await measure(ground, rule, span));
  return { sides: await sides(), together: [whole, await period(0), await period(1)], alone };
};

const slowly = (cases: readonly Case[]) =>
  slowPressure({
    stays: cases.flatMap(({ first, second, began: hour, step }) => [
      { stage: 'build', team: first, entered: hours(hour), left: hours(hour + step) },
      { stage: 'wait', team: second, entered: hours(hour + step), left: hours(hour + 2 * step) },
    ]),
    underWay: ['build', 'wait'],
    timeZone: 'UTC',
    from: at('01-01'),
    until: at('07-01'),
    asOf: at('12-31'),
    planningPeriod: 'quarter',
    holidays: [],
  });

const countOf = (rows: readonly Told[], side: boolean) => {
  const own = rows.filter(({ kept, pressed }) => kept !== null && pressed === side);
  return { n: own.length, broke: own.filter(({ kept }) => !kept).length };
};

test('every rule has on each side what a slow calendar puts there, and in each part what that alone has', {
  timeout: 300_000,
}, async () => {
  expect(Object.keys(began).toSorted()).toEqual(split.map(({ id }) => id).toSorted());
  const seen = new Map<string, number>();
  const property = fc.asyncProperty(someCases, async (cases) => {
    const isPressed = slowly(cases);
    for (const { rule, rows, sides, together, alone } of await readSplit(cases)) {
      expect(together).toEqual(alone);
      const expected = rows.map((row) => {
        // What is no case of an item goes by its row alone.
        const of = cases[Number(row.item?.slice(1) ?? 0)];
        const beginning = of && began[rule.id]?.(of, row.at);
        return beginning ? isPressed(...beginning) : 'no such case';
      });
      expect(rows.map(({ pressed }) => pressed)).toEqual(expected);
      expect(sides).toMatchObject({ under: countOf(rows, true), rest: countOf(rows, false) });
      for (const side of [true, false]) {
        const key = `${rule.id} ${side}`;
        seen.set(key, (seen.get(key) ?? 0) + rows.filter(({ pressed }) => pressed === side).length);
      }
    }
  });
  await fc.assert(property, { numRuns: 8 });
  expect(seen.size).toBe(2 * split.length);
  expect(Math.min(...seen.values())).toBeGreaterThan(0);
});

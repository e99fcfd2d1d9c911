import type { DesignModel } from '#model/design-model.ts';
import { localDay, midnight, nextDay } from '../clock.ts';
import { given } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { innerOf } from './planning.ts';
import { type Figurer, inside, type Scope, shown } from './reading.ts';
import { standingAt, weighingOn } from './strategy.ts';
import { ratio, share, sum } from './sums.ts';

type Link = DesignModel['chainLinks'][number];
type Node = { kind: 'investment' | 'initiative' | 'capability' | 'outcome' | 'benefit'; key: string };
const wants = ['noInitiative', 'noCapability', 'noOutcome', 'noBenefit', 'noMeasure'] as const;
type Want = (typeof wants)[number];

/** A part of an amount; what it is worth is null without a rate. Shares of it by where it ends. */
export type Part = {
  of: 'spend' | 'budget';
  from: number;
  until: number;
  investment: string;
  initiative: string | null;
  kind: string;
  team: string;
  capability: string | null;
  worth: number | null;
  traced: number;
  ends: Record<Want, number>;
};

const modelOf = ({ designs: [model] }: OracleFacts) => model;
const today = ({ asOf, calendar }: OracleFacts) => localDay(asOf, calendar.timeZone);
const at = (isoDay: string, { calendar }: OracleFacts) => midnight(isoDay, calendar.timeZone);
export const holds = ({ from, to }: Link, isoDay: string) =>
  (from ?? isoDay) <= isoDay && (to === undefined || isoDay < to);

const outOf = (facts: OracleFacts, { kind, key }: Node, isoDay: string) =>
  (modelOf(facts)?.chainLinks ?? [])
    .filter((link) => link.giver[kind] === key && holds(link, isoDay) && (link.passes ?? 0) > 0)
    .map((link) => ({ passes: link.passes ?? 0, to: nodeOf(link.receiver) }));

const nodeOf = (end: Link['receiver'] | Link['giver']): Node => {
  for (const kind of ['investment', 'initiative', 'capability', 'outcome', 'benefit'] as const) {
    const key = (end as Partial<Record<Node['kind'], string>>)[kind];
    if (key !== undefined) return { kind, key };
  }
  throw new Error('an end of a link names nothing');
};

/** Hundredths, since worlds state no smaller coins and none of currencies with other coins. */
export const cents = (amount: string): number => Math.round(Number(amount) * 100);

export const worthOf = (
  facts: OracleFacts,
  amount: number,
  currency: string,
  isoDay: string,
  use: 'average' | 'budget',
) => {
  if (currency === 'EUR') return amount;
  const rates = (modelOf(facts)?.exchangeRates ?? []).filter(({ validFrom }) => validFrom <= isoDay);
  const latest = (from: string, to: string) => {
    const all = rates.filter((rate) => rate.from === from && rate.to === to);
    const [own, any] = [all.filter((rate) => rate.use === use), all.filter((rate) => rate.use === undefined)];
    return (own.length > 0 ? own : any).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]?.rate;
  };
  const [there, back] = [latest(currency, 'EUR'), latest('EUR', currency)];
  const away = (value: number) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + 1e-9);
  if (there !== undefined) return away((amount * cents(there)) / 100);
  return back === undefined ? null : away((amount * 100) / cents(back));
};

/** Whole coins by shares, the largest remainder served first; the last is what no share takes. */
const divided = (coins: number, shares: readonly number[]): number[] => {
  const millionths = shares.map((each) => Math.round(each * 1e6));
  const all = [...millionths, 1e6 - sum(millionths)];
  const exact = all.map((each) => BigInt(Math.abs(coins)) * BigInt(each));
  const parts = exact.map((each) => Number(each / 1_000_000n));
  const order = exact
    .map((each, index) => ({ index, left: Number(each % 1_000_000n) }))
    .sort((a, b) => b.left - a.left || a.index - b.index);
  for (const { index } of order.slice(0, Math.abs(coins) - sum(parts))) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => Math.sign(coins) * part);
};

const measured = ({ plan, forecasts, realised }: DesignModel['benefits'][number]) =>
  plan !== undefined || forecasts.length > 0 || realised.length > 0;

const none = () => Object.fromEntries(wants.map((want) => [want, 0])) as Record<Want, number>;

/** Where the money at a capability or behind it ends. */
const endsOf = (facts: OracleFacts, node: Node, isoDay: string): { traced: number; ends: Record<Want, number> } => {
  const ways = outOf(facts, node, isoDay);
  const kept = 1 - sum(ways.map(({ passes }) => passes));
  const found = { traced: 0, ends: none() };
  const benefit = modelOf(facts)?.benefits.find(({ key }) => node.kind === 'benefit' && key === node.key);
  if (benefit && measured(benefit)) found.traced = kept;
  else
    found.ends[node.kind === 'capability' ? 'noOutcome' : node.kind === 'outcome' ? 'noBenefit' : 'noMeasure'] = kept;
  for (const { passes, to } of ways) {
    const next = endsOf(facts, to, isoDay);
    found.traced += passes * next.traced;
    for (const want of wants) found.ends[want] += passes * next.ends[want];
  }
  return found;
};

export const partsOf = (facts: OracleFacts): Part[] => {
  const model = modelOf(facts);
  return (model?.investments ?? []).flatMap(({ key, class: kind, spend, budget }) => {
    const lines = [
      ...spend
        .filter(({ on }) => on <= today(facts))
        .map(({ on, amount }) => ({ of: 'spend' as const, on, until: on, amount, use: 'average' as const })),
      ...budget.flatMap(({ period, amount }) => {
        const found = model?.planningPeriods.find((each) => each.key === period);
        return found && found.from <= today(facts)
          ? [{ of: 'budget' as const, on: found.from, until: found.to, amount, use: 'budget' as const }]
          : [];
      }),
    ];
    return lines.flatMap(({ of, on, until, amount, use }) => {
      const stated = cents(amount.amount);
      const worth = worthOf(facts, stated, amount.currency, on, use);
      const base = { of, from: at(on, facts), until: at(until, facts), investment: key, kind };
      const part = (coins: number, initiative: string | null, capability: string | null): Part => ({
        ...base,
        initiative,
        team: model?.initiatives.find((each) => each.key === initiative)?.team ?? '(none)',
        capability,
        worth: worth === null ? null : coins,
        ...(capability === null
          ? { traced: 0, ends: { ...none(), [initiative === null ? 'noInitiative' : 'noCapability']: 1 } }
          : endsOf(facts, { kind: 'capability', key: capability }, on)),
      });
      const first = outOf(facts, { kind: 'investment', key }, on);
      const coins = divided(
        worth ?? stated,
        first.map(({ passes }) => passes),
      );
      const parts = first.flatMap(({ to }, index) => {
        const second = outOf(facts, to, on);
        const some = divided(
          coins[index] ?? 0,
          second.map(({ passes }) => passes),
        );
        return [
          ...second.map(({ to: end }, place) => part(some[place] ?? 0, to.key, end.key)),
          part(some.at(-1) ?? 0, to.key, null),
        ].map((each, place) => ({ each, coins: some[place] ?? 0 }));
      });
      const rest = coins.at(-1) ?? 0;
      return [...parts, { each: part(rest, null, null), coins: rest }]
        .filter((told) => told.coins !== 0)
        .map(({ each }) => each);
    });
  });
};

export const partSubject = (
  { team, capability }: { team: string; capability: string | null },
  scope: Scope,
): string => {
  if (scope === 'team') return team;
  if (scope === 'capability') return capability ?? '(none)';
  throw new Error(`money has no ${scope}`);
};

const worthIn = (parts: readonly { worth: number | null }[]): number => sum(given(parts.map(({ worth }) => worth)));

const strategicOf = (facts: OracleFacts, all: readonly Part[]) => {
  const valued = all
    .filter(({ worth }) => worth !== null)
    .map((part) => ({ ...part, ...standingAt(facts, part.capability, part.from) }));
  const known = valued.filter(({ isKnown }) => isKnown);
  const over = (some: typeof valued, whole: typeof valued) => ratio(worthIn(some), worthIn(whole));
  const strategic = known.filter(({ isStrategic }) => isStrategic);
  const mapped = valued.filter(({ isMapped }) => isMapped);
  const ofClass = (kinds: readonly string[]) =>
    over(
      strategic.filter(({ kind }) => kinds.includes(kind)),
      known.filter(({ kind }) => kinds.includes(kind)),
    );
  return {
    value: known.length === 0 ? null : over(strategic, known),
    n: known.length,
    also: {
      ofMapped:
        known.length === 0
          ? null
          : over(
              strategic,
              known.filter(({ isMapped }) => isMapped),
            ),
      mapped: over(mapped, valued),
      ofRun: ofClass(['run']),
      ofChange: ofClass(['grow', 'transform']),
    },
  };
};

export const strategicSpend: Figurer<Part> = ({ cases, window, facts }) =>
  strategicOf(
    facts,
    cases.filter(({ of, from }) => of === 'spend' && inside(from, window)),
  );

export const strategicBudget: Figurer<Part> = ({ cases, whole, window, facts }) => {
  const fits = ({ of, from, until }: Part) => of === 'budget' && from >= window.from && until <= window.until;
  const holding = whole.filter(fits);
  const all = cases
    .filter(fits)
    .filter(
      (part) =>
        !holding.some(
          (other) =>
            other.investment === part.investment &&
            other.from <= part.from &&
            other.until >= part.until &&
            other.until - other.from > part.until - part.from,
        ),
    );
  const { value, n, also } = strategicOf(facts, all);
  return { value, n, also: { ofMapped: also.ofMapped, mapped: also.mapped } };
};

/** The shares of importance on a day of all capabilities that have any. */
const importanceOn = (facts: OracleFacts, isoDay: string): Map<string, number> => {
  const model = modelOf(facts);
  const period = weighingOn(model, isoDay);
  if (!model || !period) return new Map();
  const amounts = model.capabilities
    .filter(({ key }) => !model.capabilities.some(({ parent }) => parent === key))
    .map(({ key }) => ({
      key,
      amount: sum(
        model.goalCapabilities
          .filter(({ capability }) => capability === key)
          .map(({ goal, importance }) => {
            const weights = model.goals.find((each) => each.key === goal)?.weights ?? [];
            return importance * (weights.find((each) => each.period === period.key)?.weight ?? 0);
          }),
      ),
    }))
    .filter(({ amount }) => amount > 0);
  const whole = sum(amounts.map(({ amount }) => amount));
  return new Map(amounts.map(({ key, amount }) => [key, amount / whole]));
};

const daysBetween = (facts: OracleFacts, from: number, until: number): string[] => {
  const days: string[] = [];
  const zone = facts.calendar.timeZone;
  for (let isoDay = localDay(from, zone); midnight(isoDay, zone) < until; isoDay = nextDay(isoDay)) days.push(isoDay);
  return days;
};

/** A part of what was spent, or a capability that may have nought. */
export type Spread = { team: string; capability: string | null; part: Part | null };

export const spreadsOf = (facts: OracleFacts): Spread[] => [
  ...partsOf(facts)
    .filter(({ of }) => of === 'spend')
    .map((part) => ({ team: part.team, capability: part.capability, part })),
  ...(modelOf(facts)?.capabilities ?? []).map(({ key }) => ({ team: '(none)', capability: key as string, part: null })),
];

export const concentration: Figurer<Spread> = ({ cases, window, facts }) => {
  const spent = partsOf(facts).filter(({ of, from }) => of === 'spend' && inside(from, window));
  const important = new Set(
    daysBetween(facts, window.from, window.until).flatMap((isoDay) => [...importanceOn(facts, isoDay).keys()]),
  );
  const sums = new Map<string, number>();
  for (const { capability, part } of cases) {
    const key = capability ?? '';
    if (part === null) {
      const hasPart = spent.some((each) => each.capability === key);
      if (spent.length > 0 && important.has(key) && !hasPart) sums.set(key, 0);
    } else if (inside(part.from, window) && part.capability !== null && part.worth !== null) {
      sums.set(key, (sums.get(key) ?? 0) + part.worth);
    }
  }
  const all = [...sums.values()];
  const n = all.length;
  const whole = sum(all);
  const nothing = n === 0 || whole <= 0 || all.some((each) => each < 0);
  const shares = all.map((each) => each / whole).sort((a, b) => b - a);
  const squares = sum(shares.map((each) => each ** 2));
  const apart = sum(shares.flatMap((a) => shares.map((b) => Math.abs(a - b)))) / (2 * n);
  const or = (value: number) => (nothing ? null : value);
  return {
    value: or(1 / squares),
    n,
    also: {
      herfindahl: or(squares),
      normalised: n < 2 ? null : or((squares - 1 / n) / (1 - 1 / n)),
      gini: or(apart),
      giniCorrected: n < 2 ? null : or((apart * n) / (n - 1)),
      topThree: or(sum(shares.slice(0, 3))),
    },
  };
};

/** Where money went, or an initiative or a benefit and whether its chain is whole. */
export type Trace = {
  team: string;
  capability: null;
  part?: Part;
  initiative?: { began: number; ended: number | null; isWhole: boolean };
  benefit?: { isFunded: boolean };
};

const leads = (facts: OracleFacts, from: Node, holdsTo: (node: Node) => boolean, back: boolean): boolean => {
  const links = (modelOf(facts)?.chainLinks ?? []).filter(({ from: first }) => (first ?? '') <= today(facts));
  if (holdsTo(from)) return true;
  return links.some((link) => {
    const [near, far] = back
      ? [nodeOf(link.receiver), nodeOf(link.giver)]
      : [nodeOf(link.giver), nodeOf(link.receiver)];
    return near.kind === from.kind && near.key === from.key && leads(facts, far, holdsTo, back);
  });
};

export const tracesOf = (facts: OracleFacts): Trace[] => {
  const model = modelOf(facts);
  const isMeasured = ({ kind, key }: Node) =>
    kind === 'benefit' && (model?.benefits ?? []).some((benefit) => benefit.key === key && measured(benefit));
  const isFunded = (node: Node) => leads(facts, node, ({ kind }) => kind === 'investment', true);
  return [
    ...partsOf(facts)
      .filter(({ of }) => of === 'spend')
      .map((part): Trace => ({ team: part.team, capability: null, part })),
    ...(model?.initiatives ?? []).flatMap(({ key, team, actualStart, actualEnd }): Trace[] => {
      if (actualStart === undefined || actualStart > today(facts)) return [];
      const ended = actualEnd !== undefined && actualEnd < today(facts) ? at(nextDay(actualEnd), facts) : null;
      const node: Node = { kind: 'initiative', key };
      const isWhole = leads(facts, node, isMeasured, false) && isFunded(node);
      return [
        { team: team ?? '(none)', capability: null, initiative: { began: at(actualStart, facts), ended, isWhole } },
      ];
    }),
    ...(model?.benefits ?? []).map(
      ({ key }): Trace => ({
        team: '(none)',
        capability: null,
        benefit: { isFunded: isFunded({ kind: 'benefit', key }) },
      }),
    ),
  ];
};

export const traceability: Figurer<Trace> = ({ cases, window }) => {
  const parts = cases.flatMap(({ part }) =>
    part?.worth != null && inside(part.from, window) ? [{ ...part, worth: part.worth }] : [],
  );
  const initiatives = given(cases.map(({ initiative }) => initiative ?? null)).filter(
    ({ began, ended }) => began < window.until && (ended === null || ended > window.from),
  );
  const benefits = given(cases.map(({ benefit }) => benefit ?? null));
  const whole = sum(parts.map(({ worth }) => worth));
  const of = (portion: (part: Part) => number) => ratio(sum(parts.map((part) => part.worth * portion(part))), whole);
  return {
    value: of(({ traced }) => traced),
    n: parts.length,
    also: {
      noInvestment: of(() => 0),
      ...Object.fromEntries(wants.map((want) => [want, of(({ ends }) => ends[want])])),
      ofInitiatives: shown(
        initiatives.length,
        share(initiatives, ({ isWhole }) => isWhole),
      ),
      ofBenefits: shown(
        benefits.length,
        share(benefits, ({ isFunded }) => isFunded),
      ),
    },
  };
};

/** A capability, or what came to none, in a planning period, with its share of what was spent then and before. */
export type Portion = {
  capability: string;
  ends: number;
  now: number;
  before: number;
  due: number | null;
  year: number | null;
};

export const portionsOf = (facts: OracleFacts): Portion[] => {
  const all = innerOf(modelOf(facts)?.planningPeriods ?? []);
  const spent = partsOf(facts).filter(({ of }) => of === 'spend');
  const sharesIn = (period: { from: string; to: string } | undefined): Map<string, number> | null => {
    if (!period) return null;
    const own = spent.filter(
      ({ from, worth }) => worth !== null && from >= at(period.from, facts) && from < at(period.to, facts),
    );
    if (own.length === 0) return null;
    const whole = worthIn(own);
    const groups = Map.groupBy(own, ({ capability }) => capability ?? '(none)');
    return new Map([...groups].map(([key, some]) => [key, worthIn(some) / whole]));
  };
  return all
    .filter(({ to }) => to <= today(facts))
    .flatMap((period): Portion[] => {
      const same = all.filter(({ kind }) => kind === period.kind);
      const earlier = `${Number(period.from.slice(0, 4)) - 1}${period.from.slice(4)}`;
      const now = sharesIn(period);
      const before = sharesIn(same.find(({ to }) => to === period.from));
      const year = sharesIn(same.find(({ from }) => from === earlier));
      const due = importanceOn(facts, period.from);
      if (!now || !before) return [];
      const areas = new Set([...now.keys(), ...before.keys(), ...(year?.keys() ?? []), ...due.keys()]);
      return [...areas].map((capability) => ({
        capability,
        ends: at(period.to, facts),
        now: now.get(capability) ?? 0,
        before: before.get(capability) ?? 0,
        due: due.size === 0 ? null : (due.get(capability) ?? 0),
        year: year === null ? null : (year.get(capability) ?? 0),
      }));
    });
};

export const portionSubject = ({ capability }: Portion, scope: Scope): string => {
  if (scope === 'capability') return capability;
  throw new Error(`a share of a period has no ${scope}`);
};

export const allocationStability: Figurer<Portion> = ({ cases, window }) => {
  const all = cases.filter(({ ends }) => window.from < ends && ends <= window.until);
  const near = (to: (portion: Portion) => number | null) => {
    const told = all.flatMap((each) => {
      const other = to(each);
      return other === null ? [] : [{ now: each.now, same: Math.min(each.now, other) }];
    });
    return ratio(sum(told.map(({ same }) => same)), sum(told.map(({ now }) => now)));
  };
  return {
    value: near(({ before }) => before),
    n: all.length,
    also: { toWeights: near(({ due }) => due), toLastYear: near(({ year }) => year) },
  };
};

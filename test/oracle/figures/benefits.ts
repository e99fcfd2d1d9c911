import type { DesignModel } from '#model/design-model.ts';
import { day, localDay, midnight } from '../clock.ts';
import { given } from '../items.ts';
import type { OracleFacts } from '../oracle.ts';
import { cents, worthOf } from './money.ts';
import { type Figurer, inside, type Reading, type Scope, shown } from './reading.ts';
import { median, ratio, share, sum, survivalMedian } from './sums.ts';

export type Benefit = DesignModel['benefits'][number];
type Period = DesignModel['planningPeriods'][number];
type Value = { period: string; value: string };

export const benefitsOf = ({ designs: [model] }: OracleFacts): Benefit[] => model?.benefits ?? [];

export const benefitSubject = ({ kind }: Benefit, scope: Scope): string => {
  if (scope === 'effect') return kind;
  throw new Error(`a benefit has no ${scope}`);
};

const lastDay = ({ window, facts }: Pick<Reading<unknown>, 'window' | 'facts'>): string =>
  localDay(Math.min(window.until - 1, facts.asOf), facts.calendar.timeZone);

/** A benefit that is added up as it was known on a day; undefined where it was first thought of later. */
const knownOn = (benefit: Benefit, today: string): Benefit | undefined => {
  const { plan, forecasts } = benefit;
  const days = [...given([plan?.approvedOn ?? null]), ...forecasts.map(({ madeOn }) => madeOn)];
  if (benefit.as !== 'end' || (days.length > 0 && days.every((each) => each > today))) return undefined;
  const isApproved = plan?.approvedOn !== undefined && plan.approvedOn <= today;
  return {
    ...benefit,
    plan: isApproved ? plan : undefined,
    forecasts: forecasts.filter(({ madeOn }) => madeOn <= today),
  };
};

const daysOf = ({ from, to }: Period): string[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / day }, (_, index) =>
    new Date(Date.parse(from) + index * day).toISOString().slice(0, 10),
  );

const meets = (one: Period, other: Period): boolean => one.from < other.to && other.from < one.to;

/** Periods in groups whose members share days with one another. */
const grouped = (periods: readonly Period[]): Period[][] =>
  periods.reduce<Period[][]>((groups, period) => {
    const [near, apart] = [true, false].map((isNear) =>
      groups.filter((group) => group.some((each) => meets(each, period)) === isNear),
    );
    return [...(apart ?? []), [...(near ?? []).flat(), period]];
  }, []);

type Worth = { own: number; coins: number | null };
type Sums = { planned: Worth; due: Worth; measured: Worth; realised: Worth; isMeasured: boolean };

/** What a benefit came to by the end of a window; null where no plan of it is approved. */
const sumsOf = (benefit: Benefit, { window, facts }: Pick<Reading<unknown>, 'window' | 'facts'>): Sums | null => {
  const { asOf, calendar, designs } = facts;
  const periods = new Map((designs[0]?.planningPeriods ?? []).map((period) => [period.key as string, period]));
  const called = (values: readonly Value[]) => given(values.map(({ period }) => periods.get(period) ?? null));
  const { plan, forecasts, realised, currency } = benefit;
  const forecast = forecasts.at(-1)?.profile ?? [];
  const inCoins = ({ period, value }: Value, use: 'average' | 'budget'): number | null =>
    currency === undefined ? null : worthOf(facts, cents(value), currency, periods.get(period)?.from ?? '', use);
  const isRated = [
    ...[...(plan?.profile ?? []), ...forecasts.flatMap(({ profile }) => profile)].map((each) =>
      inCoins(each, 'budget'),
    ),
    ...realised.map((each) => inCoins(each, 'average')),
  ].every((coins) => coins !== null);
  const worth = (values: readonly Value[], use: 'average' | 'budget'): Worth => ({
    own: sum(values.map(({ value }) => Number(value))),
    coins: isRated && currency !== undefined ? sum(given(values.map((each) => inCoins(each, use)))) : null,
  });
  if (!plan) return null;
  const cells = grouped([...new Set(called([...plan.profile, ...forecast, ...realised]))]).map((group) => {
    const within = <V extends Value>(values: readonly V[]): V[] =>
      values.filter(({ period }) => group.some(({ key }) => key === period));
    const [own, came] = [within(plan.profile), within(realised)];
    const end = Math.max(...group.map(({ to }) => midnight(to, calendar.timeZone)));
    const seen = new Set(called(came).flatMap(daysOf));
    const asked = called(own.length > 0 ? own : within(forecast)).flatMap(daysOf);
    const isOver = end <= Math.min(window.until, asOf);
    return { own, came, isOver, isMeasured: isOver && came.length > 0 && asked.every((each) => seen.has(each)) };
  });
  const over = cells.filter(({ isOver }) => isOver);
  const measured = cells.filter(({ isMeasured }) => isMeasured);
  const planned = (some: typeof cells) =>
    worth(
      some.flatMap(({ own }) => own),
      'budget',
    );
  return {
    planned: planned(cells),
    due: planned(over),
    measured: planned(measured),
    realised: worth(
      measured.flatMap(({ came }) => came),
      'average',
    ),
    isMeasured: measured.length > 0,
  };
};

export const realisation: Figurer<Benefit> = ({ cases, ...reading }) => {
  const today = lastDay(reading);
  const rows = given(cases.map((each) => knownOn(each, today) ?? null)).map((benefit) => {
    const sums = sumsOf(benefit, reading);
    const isInMoney = sums !== null && sums.planned.coins !== null;
    const coins = (of: Worth | undefined): number => of?.coins ?? 0;
    return {
      isLoss: benefit.disbenefit,
      isMeasured: sums?.isMeasured === true,
      isInMoney,
      isKnown: isInMoney && sums.isMeasured,
      planned: coins(sums?.planned),
      due: coins(sums?.due),
      measured: coins(sums?.measured),
      realised: coins(sums?.realised),
      rate: sums?.isMeasured && sums.measured.own > 0 ? sums.realised.own / sums.measured.own : null,
    };
  });
  const known = rows.filter(({ isKnown }) => isKnown);
  const won = rows.filter(({ isLoss }) => !isLoss);
  const [gross, inMoney] = [known.filter(({ isLoss }) => !isLoss), won.filter((each) => each.isInMoney)];
  const rated = inMoney.filter((each) => each.isMeasured && each.measured > 0);
  const netted = (of: (row: (typeof rows)[number]) => number): number =>
    sum(known.map((row) => (row.isLoss ? -of(row) : of(row))));
  const due = inMoney.filter((row) => row.due > 0);
  const rates = given(won.map(({ rate }) => rate));
  return {
    value: ratio(sum(gross.map(({ realised }) => realised)), sum(gross.map(({ measured }) => measured))),
    n: known.length,
    also: {
      net: ratio(
        netted(({ realised }) => realised),
        netted(({ measured }) => measured),
      ),
      ofLifetime: inMoney.some(({ isMeasured }) => isMeasured)
        ? ratio(sum(inMoney.map(({ realised }) => realised)), sum(inMoney.map(({ planned }) => planned)))
        : null,
      weighted: ratio(
        sum(rated.map(({ realised, measured, planned }) => (realised / measured) * planned)),
        sum(rated.map(({ planned }) => planned)),
      ),
      reached: share(rates, (rate) => rate >= 1 - 1e-10),
      measured: ratio(sum(due.map(({ measured }) => measured)), sum(due.map((row) => row.due))),
    },
  };
};

export const monetised: Figurer<Benefit> = ({ cases, ...reading }) => {
  const today = lastDay(reading);
  const known = given(cases.map((each) => knownOn(each, today) ?? null));
  const inMoney = known.filter(({ currency }) => currency !== undefined);
  const cash = inMoney.filter(({ cashReleasing }) => cashReleasing !== undefined);
  return {
    value: ratio(inMoney.length, known.length),
    n: known.length,
    also: {
      planned: share(known, ({ plan }) => plan !== undefined),
      cashReleasing: share(cash, ({ cashReleasing }) => cashReleasing === true),
    },
  };
};

/** The same day some months earlier, or the last one of a month that is too short. */
const monthsEarlier = (isoDay: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = isoDay.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
};

/** What was last forecast of a period so many months before its end. */
const forecastOf = ({ plan, forecasts }: Benefit, { key, to }: Period, months: number): number | null => {
  const latest = monthsEarlier(to, months);
  const first = plan?.approvedOn === undefined ? [] : [{ madeOn: plan.approvedOn, profile: plan.profile }];
  const said = [...first, ...forecasts]
    .map(({ madeOn, profile }, index) => ({
      madeOn,
      index,
      value: profile.find(({ period }) => period === key)?.value,
    }))
    .filter(({ madeOn, value }) => madeOn <= latest && value !== undefined)
    .sort((a, b) => a.madeOn.localeCompare(b.madeOn) || a.index - b.index);
  return said.length === 0 ? null : Number(said.at(-1)?.value);
};

export const accuracy: Figurer<Benefit> = ({ cases, window, facts }) => {
  const periods = facts.designs[0]?.planningPeriods ?? [];
  const ended = periods.filter(({ to }) => {
    const end = midnight(to, facts.calendar.timeZone);
    return window.from < end && end <= window.until && end <= facts.asOf;
  });
  const ofMonths = (months: number) =>
    cases.flatMap((benefit) => {
      const pairs = benefit.realised.flatMap(({ period, value }) => {
        const over = ended.find(({ key }) => key === period);
        const forecast = over ? forecastOf(benefit, over, months) : null;
        return forecast === null ? [] : [{ forecast, miss: Number(value) - forecast }];
      });
      const whole = sum(pairs.map(({ forecast }) => Math.abs(forecast)));
      return whole === 0
        ? []
        : [
            {
              error: sum(pairs.map(({ miss }) => Math.abs(miss))) / whole,
              bias: sum(pairs.map(({ miss }) => miss)) / whole,
            },
          ];
    });
  const middle = (values: readonly number[]): number | null => shown(values.length, median(values));
  const half = ofMonths(6);
  return {
    value: middle(half.map(({ error }) => error)),
    n: half.length,
    also: {
      quarterAhead: middle(ofMonths(3).map(({ error }) => error)),
      yearAhead: middle(ofMonths(12).map(({ error }) => error)),
      bias: middle(half.map(({ bias }) => bias)),
    },
  };
};

/** An approved investment with one of the capabilities it leads to, or none, and the first value that came of it. */
export type Funded = { name: string; capability: string; approved: number; valued: number | null };

export const fundedOf = (facts: OracleFacts): Funded[] => {
  const [model] = facts.designs;
  const nodeOf = (end: object): string => Object.entries(end).flat().join(' ');
  const reachedFrom = (start: string): Set<string> => {
    const reached = new Set([start]);
    for (const node of reached)
      for (const { giver, receiver } of model?.chainLinks ?? [])
        if (nodeOf(giver) === node) reached.add(nodeOf(receiver));
    return reached;
  };
  return (model?.investments ?? []).flatMap(({ key, approvedOn }) => {
    if (approvedOn === undefined) return [];
    const approved = midnight(approvedOn, facts.calendar.timeZone);
    const reached = reachedFrom(`investment ${key}`);
    const instants = (model?.benefits ?? [])
      .filter((each) => each.as === 'end' && !each.disbenefit && reached.has(`benefit ${each.key}`))
      .flatMap(({ realised }) =>
        realised.flatMap(({ period, value, confirmedBy, confirmedAt }) => {
          const to = model?.planningPeriods.find((each) => each.key === period)?.to ?? '';
          const at = confirmedAt === undefined ? midnight(to, facts.calendar.timeZone) : Date.parse(confirmedAt);
          const isLater = at > approved && midnight(to, facts.calendar.timeZone) > approved;
          return confirmedBy !== undefined && Number(value) > 0 && isLater && at <= facts.asOf ? [at] : [];
        }),
      );
    const own = [...reached].flatMap((node) => (node.startsWith('capability ') ? [node.slice(11)] : []));
    return (own.length > 0 ? own : ['(none)']).map((capability) => ({
      name: key,
      capability,
      approved,
      valued: instants.length > 0 ? Math.min(...instants) : null,
    }));
  });
};

export const fundedSubject = ({ capability }: Funded, scope: Scope): string => {
  if (scope === 'capability') return capability;
  throw new Error(`an investment has no ${scope}`);
};

export const firstValue: Figurer<Funded> = ({ cases, window, facts }) => {
  const once = [...new Map(cases.map((each): [string, Funded] => [each.name, each])).values()];
  const approved = once.filter((each) => inside(each.approved, window) && each.approved <= facts.asOf);
  const lives = approved.map(({ approved: from, valued }) => ({
    time: ((valued ?? facts.asOf) - from) / day,
    over: valued !== null,
  }));
  const n = lives.length;
  return {
    value: shown(n, survivalMedian(lives)),
    n,
    also: {
      valued: shown(
        n,
        share(lives, ({ over }) => over),
      ),
    },
  };
};

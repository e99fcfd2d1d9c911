import { listBenefits, listDue } from '#api/benefits.ts';
import type { Benefit } from '#model/benefit.ts';
import { negated, sumOfDecimals } from '#model/decimal.ts';
import { inCurrency } from '#value/benefit/converted.ts';
import { dueOf } from '#value/benefit/due.ts';
import { reachedOf, totalsOf } from '#value/benefit/totals.ts';
import { benefitGround, realisedOf, registerOf, rolesOf, toldOn, wholeLifeOf, workEnds } from './benefit-rows.ts';
import { serve } from './define.ts';
import { keptRates } from './in-totals.ts';

export const answerListBenefits = serve(listBenefits, async (asked, room) => {
  const ground = await benefitGround(room, asked);
  const { model, currency, periods } = ground;
  const { convert, used } = keptRates(ground.convert);
  const register = registerOf(ground);
  const inSeries = register.filter(({ benefit }) => wholeLifeOf(benefit) === undefined);
  const money = inSeries.filter(({ benefit }) => benefit.currency !== undefined && benefit.as === 'end');
  const turned = money.map((each) => {
    const benefit = inCurrency(each.benefit, currency, periods, convert);
    return benefit && (benefit === each.benefit ? each : realisedOf(benefit, ground));
  });
  const [total] = totalsOf(turned.flatMap((each) => each ?? []));
  return {
    ...toldOn(ground),
    benefits: register.map(({ row }) => row),
    roles: rolesOf(ground),
    totals: totalsOf(inSeries),
    converted: {
      total: total ?? null,
      withoutRate: money.filter((_, index) => turned[index] === undefined).map(({ benefit }) => benefit.key),
      rates: used(),
    },
    wholeLife: wholeLivesOf(model.benefits),
    count: reachedOf(register),
  };
});

const wholeLivesOf = (benefits: readonly Benefit[]) => {
  const stated = benefits.flatMap((benefit) => {
    const value = wholeLifeOf(benefit);
    if (value === undefined || benefit.as !== 'end') return [];
    const { currency, unit = '', disbenefit } = benefit;
    return [{ unit: currency ?? unit, money: currency !== undefined, value: disbenefit ? negated(value) : value }];
  });
  return [...Map.groupBy(stated, ({ unit, money }) => `${money} ${unit}`).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { unit, money } = first;
    return [{ unit, money, n: own.length, value: sumOfDecimals(own.map(({ value }) => value)) }];
  });
};

export const answerListDue = serve(listDue, async ({ coming, ...asked }, room) => {
  const ground = await benefitGround(room, asked);
  const { model, periods, today } = ground;
  const dues = model.benefits.map((benefit) => ({ benefit, due: dueOf(benefit, periods, today) }));
  return {
    ...toldOn(ground),
    due: dues
      .flatMap(({ benefit, due }) => {
        const ends = workEnds(benefit, ground);
        return due
          .filter(({ state }) => coming || state !== 'coming')
          .map((each) => ({
            ...each,
            benefit: benefit.key,
            name: benefit.name,
            businessOwner: benefit.businessOwner ?? null,
            isPastWork: ends !== undefined && ends < each.from,
          }));
      })
      .sort((a, b) => (a.by === b.by ? 0 : a.by < b.by ? -1 : 1)),
    without: dues
      .filter(({ benefit, due }) => due.length === 0 && !benefit.plan && benefit.realised.length === 0)
      .map(({ benefit }) => benefit.key),
  };
});

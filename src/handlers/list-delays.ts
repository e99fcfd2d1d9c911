import { type Delay, listDelays } from '#api/finance.ts';
import { type Initiative, isOver } from '#model/initiative.ts';
import { minorPlaces } from '#model/money.ts';
import { costOfDelay } from '#value/finance/cost-of-delay.ts';
import type { Told } from '#value/finance/figure.ts';
import { roundedText } from '#value/finance/rounded-text.ts';
import { stillToCome, type ToCome } from '#value/finance/still-to-come.ts';
import { serve } from './define.ts';
import { pricedChain, toldOf } from './priced-chain.ts';
import type { ValueGround } from './value-ground.ts';

export const answerListDelays = serve(listDelays, async (asked, room) => {
  const priced = await pricedChain(room, asked);
  const { chain, model, today, convert } = priced;
  const toCome = stillToCome(chain, model, today, convert);
  const open = model.initiatives.filter((initiative) => !isOver(initiative, today));
  const delays = open.flatMap((initiative) => {
    const node = chain.find('initiative', initiative.key);
    return node ? [delayOf(initiative, toCome(node), priced)] : [];
  });
  return {
    ...toldOf(priced),
    delays: delays.toSorted(byUrgency),
    over: model.initiatives.length - open.length,
    told: delays.filter(({ perMonth }) => perMonth.value !== null).length,
  };
});

const delayOf = (initiative: Initiative, ahead: ToCome, { currency, today }: ValueGround): Delay => {
  const { key, name, plannedEnd } = initiative;
  const places = minorPlaces(currency);
  const amount = (value: number, isKnown: boolean) => (ahead.isPriced && isKnown ? roundedText(value, places) : null);
  const urgency = initiative.urgency ?? { profile: 'constant' as const };
  const { perMonth, losses, isWorthLess, months, perMonthOfWork } = costOfDelay({
    ...ahead,
    urgency,
    ready: plannedEnd,
    today,
    places,
  });
  return {
    key,
    name,
    urgency,
    isAssumed: initiative.urgency === undefined,
    gain: amount(ahead.gain, ahead.isForeseen),
    monthlyGain: amount(ahead.monthlyGain, ahead.isForeseen),
    cost: amount(ahead.cost, ahead.isBudgeted),
    perMonth: nulled(perMonth),
    losses: [...losses],
    isWorthLess,
    ready: plannedEnd ?? null,
    months: nulled(months),
    perMonthOfWork: nulled(perMonthOfWork),
  };
};

const nulled = <T>({ value, missing }: Told<T>) => ({ value, missing: missing ?? null });

/** What loses most by each month of work first, then what loses most by a month, then what nothing is known of. */
const byUrgency = (a: Delay, b: Delay): number =>
  Number(b.perMonthOfWork.value ?? Number.NEGATIVE_INFINITY) -
    Number(a.perMonthOfWork.value ?? Number.NEGATIVE_INFINITY) ||
  Number(b.perMonth.value ?? Number.NEGATIVE_INFINITY) - Number(a.perMonth.value ?? Number.NEGATIVE_INFINITY) ||
  (a.key < b.key ? -1 : 1);

import type { Choice } from './choices.ts';
import { dayOf } from './clock.ts';
import { type Figures, type Span, sampled, within } from './figure.ts';
import { quarterOf } from './portfolio.ts';
import { listOn, type PriorityList } from './priorities.ts';
import { share } from './statistics.ts';

/** What is true about decisions on initiatives. All of them are to fund or to prioritise. */
export const choiceFigures = (all: readonly Choice[], lists: readonly PriorityList[], span: Span): Figures => {
  const choices = all.filter(({ decided }) => within(decided, span));
  const told = (choice: Choice): boolean => choice.rationale !== undefined;
  const weighed = ({ options }: Choice): boolean => options.length > 1;
  const costed = ({ deferred }: Choice): boolean => deferred.some(({ costPerMonth }) => costPerMonth !== undefined);
  const ranked = choices.flatMap((choice) => {
    const places = placesOf(choice, lists);
    return places ? [{ choice, isFirst: places.favoured < places.best }] : [];
  });
  const exceptions = ranked.filter(({ isFirst }) => !isFirst);
  return {
    'decision.priority-consistency': sampled(
      ranked.length,
      share(ranked, ({ isFirst }) => isFirst),
      {
        exceptionsExplained: exceptions.length < 5 ? null : share(exceptions, ({ choice }) => told(choice)),
      },
      { exceptions: exceptions.length },
    ),
    'decision.explicit-trade-offs': sampled(
      choices.length,
      share(choices, (choice) => weighed(choice) && costed(choice) && told(choice)),
      {
        optionsWeighed: share(choices, weighed),
        deferredNamed: share(choices, ({ deferred }) => deferred.length > 0),
        impactTold: share(choices, costed),
        rationaleGiven: share(choices, told),
      },
    ),
  };
};

const placesOf = ({ decided, options: [favoured = '', ...others] }: Choice, lists: readonly PriorityList[]) => {
  const day = dayOf(decided);
  const order = listOn(lists, quarterOf(day)?.key ?? '', day)?.order ?? [];
  const known = others.filter((other) => order.includes(other)).map((other) => order.indexOf(other));
  if (!order.includes(favoured) || known.length === 0) return undefined;
  return { favoured: order.indexOf(favoured), best: Math.min(...known) };
};

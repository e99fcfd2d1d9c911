import { type Figures, inDays, type Span, sampled, within } from './figure.ts';
import { mean, median, quantile } from './statistics.ts';
import { deliveredAt, type Wish } from './wishes.ts';

/** What is true about demands and how long they took. */
export const wishFigures = (wishes: readonly Wish[], span: Span): Figures => {
  const done = wishes.flatMap((wish) => {
    const delivered = deliveredAt(wish);
    return within(delivered, span) ? [{ wish, days: inDays(delivered - wish.asked) }] : [];
  });
  const days = done.map((each) => each.days);
  const accepted = done.flatMap(({ wish: { asked, accepted: at } }) => (at === null ? [] : [inDays(at - asked)]));
  return {
    'flow.lead-time': sampled(days.length, median(days), {
      p85: quantile(days, 0.85),
      p95: quantile(days, 0.95),
      mean: mean(days),
      toAccepted: accepted.length < 5 ? null : median(accepted),
    }),
  };
};

import { type Figures, inDays, type Span, sampled } from './figure.ts';
import { inProgressAt } from './flow-figures.ts';
import type { Link } from './links.ts';
import { mean, median, share } from './statistics.ts';
import type { Ticket } from './ticket.ts';

/** What is true about what holds tickets up at the end of a span. */
export const linkFigures = (tickets: readonly Ticket[], links: readonly Link[], { until, asOf }: Span): Figures => {
  const open = links.filter(({ raised, resolved }) => raised < until && (resolved === null || resolved > until));
  const working = tickets
    .filter((ticket) => inProgressAt(ticket, until))
    .map(({ spec, team }) => {
      const own = open.filter((link) => link.ticket === spec.number && link.team !== team);
      return { blocks: own.filter(({ kind }) => kind === 'blocks'), needs: own.filter(({ kind }) => kind === 'needs') };
    });
  const days = working
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ blocks }) => inDays(Math.min(until, asOf) - Math.min(...blocks.map(({ raised }) => raised))));
  return {
    'flow.dependencies': sampled(working.length, mean(working.map(({ blocks }) => blocks.length)), {
      heldUp: share(working, ({ blocks }) => blocks.length > 0),
      daysHeldUp: days.length < 5 ? null : median(days),
      needs: mean(working.map(({ needs }) => needs.length)),
    }),
  };
};

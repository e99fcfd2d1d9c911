import { exactSum } from '#engine/exact-sum.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

/** All that was forecast; nothing where that was nothing. */
const said = (made: Sql): Sql => sql`nullif(${exactSum(sql`abs(forecast)`, sql`filter (where ${made})`)}, 0)`;

const missed = (made: Sql): Sql =>
  sql`${exactSum(sql`abs(realised - forecast)`, sql`filter (where ${made})`)} / ${said(made)}`;

export const forecastAccuracy = defineMetric({
  id: 'outcome.forecast-accuracy',
  code: 'BE2',
  version: 1,
  title: 'Error of benefit forecasts',
  question: 'How far off is what we say that benefits will bring?',
  unit: 'share',
  better: 'lower',
  signal: 2,
  formula:
    'Median over benefits of Σ |realised − forecast| ÷ Σ |forecast|, over the planning periods that ended in the window, by the last forecast that was made half a year before the end of each. Beside it the same by forecasts made a quarter and a year before, and the bias: the median of Σ (realised − forecast) ÷ Σ |forecast|, below 0 where less came than was said.',
  edges:
    'Every forecast is kept, and the approved plan is the first of them. A period counts for a forecast that names that very period; one that nothing was forecast of so early is left out. Supporting benefits and disbenefits count as others do, each in its own unit. A benefit of which nothing but 0 was forecast lowers the coverage.',
  others:
    'Public portfolios compare a forecast with the one of the year before, which tells how it moved and not how true it was.',
  caveat: 'Values are declared by those who own them, so the figure is never graded above D.',
  none: 'no period that was forecast has ended in the window and been measured',
  lacking: 'no benefit was forecast half a year before the end of a period that ended in the window',
  scopes: ['effect'],
  fedBy: 'records',
  restsOn: 'declared-values',
  rows: ({ from, until, asOf }) => sql`
    select benefit, effect, unit, count(distinct period) as periods, ${missed(sql`months = 6`)} as error,
           ${missed(sql`months = 3`)} as quarter_error, ${missed(sql`months = 12`)} as year_error,
           ${exactSum(sql`realised - forecast`, sql`filter (where months = 6)`)} / ${said(sql`months = 6`)} as bias
    from benefit_forecast
    where ended > ${from} and ended <= least(${until}, ${asOf})
    group by benefit, effect, unit`,
  summary: { kind: 'quantile', p: 0.5, of: 'error' },
  also: {
    quarterAhead: { kind: 'quantile', p: 0.5, of: 'quarter_error' },
    yearAhead: { kind: 'quantile', p: 0.5, of: 'year_error' },
    bias: { kind: 'quantile', p: 0.5, of: 'bias' },
  },
});

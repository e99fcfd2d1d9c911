import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const concentration = defineMetric({
  id: 'alignment.concentration',
  code: 'AL2',
  version: 1,
  title: 'Spread of spend',
  question: 'Over how many capabilities does our money really spread?',
  unit: 'count',
  better: 'neither',
  signal: 2,
  formula:
    'The number of equal capabilities over which the spend of the window would be as spread as it is: 1 ÷ the Herfindahl index, the sum of the squared shares. Beside it that index (0 to 1), the same moved so that even shares read 0, the Gini coefficient, the same corrected for the number of capabilities, and the share of the three largest.',
  edges:
    'Capabilities that have a share of importance in the window and no spend count with nought, since a priority without money is what a Gini coefficient is to see. Unmapped spend is no capability and lowers the coverage, as does what has no rate. Where credits leave a capability less than nothing there is no value. Parts of a line of spend are found by the chain, as for spend on strategic capabilities.',
  others:
    'Competition law prints the index times 10,000 and calls 1,800 (or, in the guidelines of 2010, 2,500) concentrated; a portfolio is no market, so no such band is drawn here.',
  caveat: 'Money goes by shares that links claim, so the figure is never graded above C.',
  none: 'no spend is on record in the window',
  lacking: 'no spend in the window goes to a capability and has a rate into the currency of the workspace',
  scopes: ['team'],
  fedBy: 'records',
  restsOn: 'claimed-shares',
  rows: ({ from, until }) => sql`
    with part as (
      select investment, initiative, team, happened, amount, case when capability <> '(none)' then capability end as area
      from funded_part
      where basis = 'spend' and happened >= ${from} and happened < ${until}
    )
    from part
    union all
    select distinct null, null, '(none)', null, 0, capability
    from capability_weight
    where importance > 0 and from_at < ${until} and until_at > ${from} and exists (from part)
      and capability not in (select area from part where area is not null)`,
  summary: { kind: 'concentration', as: 'effective-number', of: 'amount', area: 'area' },
  also: {
    herfindahl: { kind: 'concentration', as: 'herfindahl', of: 'amount', area: 'area' },
    normalised: { kind: 'concentration', as: 'normalised-herfindahl', of: 'amount', area: 'area' },
    gini: { kind: 'concentration', as: 'gini', of: 'amount', area: 'area' },
    giniCorrected: { kind: 'concentration', as: 'corrected-gini', of: 'amount', area: 'area' },
    topThree: { kind: 'concentration', as: 'top-three', of: 'amount', area: 'area' },
  },
});

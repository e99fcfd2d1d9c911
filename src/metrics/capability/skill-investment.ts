import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const skillInvestment = defineMetric({
  id: 'capability.skill-investment',
  code: 'CA4',
  version: 1,
  title: 'Skill investment',
  question: 'Does what we spend on skills go to those that we cannot do without?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'What was spent on developing critical skills (training and hiring) ÷ what was spent on developing all of them, in the planning periods that end in the window.',
  edges:
    'Whether a skill is critical says the design in force on the last day of the period. Amounts are added up in the currency of totals, each by the average rate of that day; one without a rate lowers the coverage. By capability an amount counts for each capability that the skill is needed for, so these do not add up. What vendors are paid for people with the skill is no development of it.',
  others: 'Staffing pools of cost models show what people cost, not what was spent on what they can do.',
  none: 'no spending on skills is on record for a planning period that ends in the window',
  lacking: 'no spending on skills has a rate into the currency of totals',
  scopes: ['capability'],
  fedBy: 'records',
  rows: ({ from, until, asOf, cut }) => sql`
    select skill, ${cut.includes('capability') ? sql`coalesce(capability, '(none)')` : sql`null::text`} as capability,
           period, period_ended, critical, amount, currency, spent, case when critical then spent else 0 * spent end as on_critical
    from skill_spend
    ${cut.includes('capability') ? sql`left join skill_capability using (design, skill)` : sql``}
    where period_ended > ${from} and period_ended <= least(${until}, ${asOf})`,
  summary: { kind: 'complete-ratio', top: 'on_critical', bottom: 'spent' },
});

import { sql } from '#engine/sql.ts';
import { endOf } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const competencyAvailability = defineMetric({
  id: 'capability.competency-availability',
  code: 'CA5',
  version: 1,
  title: 'Competency availability',
  question: 'Do we have the people with the skills that we need?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'FTE with the skill ÷ FTE demanded, both added up over the skills that are demanded in the design in force at the end of the window. More than 1 is shown as such. Beside it stand the same of critical skills, the share of the demand that is met when no surplus of one skill makes up for what is lacking in another, how many skills are short, and how many hang on one person or on none.',
  edges:
    'Skills that nobody demands are in no figure, and a skill of which demand or supply is not stated lowers the coverage. By capability a skill counts for each capability that it is needed for, so these do not add up. Who is counted in the supply (at the level needed, not allocated twice) is for those to say who state it. One holder is counted as single, none as unheld; who the holders are is not recorded.',
  others: 'Resource tools compare roles, not skills, and count heads rather than what is free of them.',
  none: 'no skill is on record in the design in force at the end of the window',
  lacking: 'no skill states both its demand and its supply',
  scopes: ['capability'],
  fedBy: 'records',
  restsOn: 'declared-values',
  rows: (bounds) => sql`
    select skill, ${bounds.cut.includes('capability') ? sql`coalesce(capability, '(none)')` : sql`null::text`} as capability,
           critical, holders, supply, demand, case when critical then supply end as critical_supply,
           case when critical then demand end as critical_demand,
           case when supply is not null then least(supply, demand) end as met,
           case when supply < demand then true end as short,
           case when holders = 1 then true end as single_holder, case when holders = 0 then true end as unheld
    from skill_need
    ${bounds.cut.includes('capability') ? sql`left join skill_capability using (design, skill)` : sql``}
    where (in_force_from is null or in_force_from < ${endOf(bounds)})
      and (in_force_until is null or in_force_until >= ${endOf(bounds)})
      and (demand is null or demand > 0)`,
  summary: { kind: 'complete-ratio', top: 'supply', bottom: 'demand' },
  also: {
    critical: { kind: 'complete-ratio', top: 'critical_supply', bottom: 'critical_demand' },
    met: { kind: 'complete-ratio', top: 'met', bottom: 'demand' },
    short: { kind: 'count', of: 'short' },
    singleHolders: { kind: 'count', of: 'single_holder' },
    unheld: { kind: 'count', of: 'unheld' },
  },
});

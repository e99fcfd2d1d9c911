import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const holdRatio = defineMetric({
  id: 'alignment.hold-ratio',
  code: 'AL3c',
  version: 1,
  title: 'Hold ratio',
  question: 'Do priorities hold long enough for the work behind them to be done?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Median time for which an initiative held its priority ÷ median flow time of the same initiatives. It holds from the list that brought it among the first ten, or moved it there by three places or more among what both lists rank, until a later list leaves it out of them or moves it as far; priorities agreed in the window count. Both medians are those of Kaplan and Meier, with what still holds and what is still under way.',
  edges:
    'A priority is not given up when its initiative is done, nor when its list has stood to the end of its period and no other has come: it then held at least so long. One that is stopped is given up on that day. Flow time is from actual start to actual end, or to the instant at which figures are read; an initiative that has not begun lowers the coverage, and so does none of the time for which it held. One that was agreed twice counts twice. Lists of goals have no flow time and are left out.',
  others: 'No outside definition is in common use.',
  caveat: 'Below 1, what is agreed is agreed anew before it can be done.',
  none: 'no initiative came among the first of an approved priority list in the window',
  lacking: 'no initiative that had a priority has an actual start on record',
  scopes: ['team'],
  at: 'agreed',
  fedBy: 'records',
  rows: ({ from, until, asOf }) => sql`
    with place as (
      select *, coalesce(place_before <= 10, false) as was_first, coalesce(place_after <= 10, false) as is_first,
             moved >= 3 as elsewhere
      from priority_entry
      where ranks = 'initiative'
    ),
    turn as (
      select *, is_first and (not was_first or elsewhere) as agreed_here,
             arg_min(changed, step) filter (where was_first and (not is_first or elsewhere)) over later as given_up,
             max(stands_until) over (partition by series, thing order by step rows between current row and unbounded following) as stands
      from place
      window later as (partition by series, thing order by step rows between 1 following and unbounded following)
    )
    select *, greatest(held_until - agreed, 0) / 86400000 as held_days,
           (least(ended, ${asOf}) - started) / 86400000 as flow_days, ended is not null and not stopped as is_done
    from (
      select series, list, thing as initiative, team, changed as agreed, started, ended, stopped,
             least(given_up, ended, stands) as held_until,
             coalesce(held_until = given_up or (stopped and held_until = ended), false) as over
      from turn
      where agreed_here and changed >= ${from} and changed < ${until}
    )`,
  summary: {
    kind: 'survival-ratio',
    p: 0.5,
    of: 'held_days',
    observed: 'over',
    over: 'flow_days',
    overObserved: 'is_done',
  },
  also: {
    held: { kind: 'survival', p: 0.5, of: 'held_days', observed: 'over', unit: 'day' },
    flow: { kind: 'survival', p: 0.5, of: 'flow_days', observed: 'is_done', unit: 'day' },
  },
});

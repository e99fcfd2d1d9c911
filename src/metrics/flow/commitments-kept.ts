import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const commitmentsKept = defineMetric({
  id: 'flow.commitments-kept',
  code: 'EX2',
  version: 1,
  title: 'Commitments kept',
  question: 'Do we deliver by the date we promised before we started?',
  unit: 'share',
  better: 'higher',
  signal: 3,
  formula:
    'Share done by the promised time that counts, which is the last one stated before or at the start, or else the first one after it. Over items with a promise that were done in the window, or are open although their promised time lies in the window and has passed.',
  edges:
    'Open and overdue counts as not kept, with its age so far as slip. Done at the very promised instant is kept, and what is promised for a day, without a time, until that day ends. Cancelled items are left out. Early finishes slip by less than nothing. The share by the first promise ever stated stands beside it.',
  others: 'Many reports hold the end against the latest date, which moves until it is met.',
  none: 'no item with a promised date was done or fell due in the window',
  scopes: ['team', 'capability', 'item-type'],
  rows: ({ from, until, asOf }) => sql`
    select source, item, team, capability_key as capability, item_type, status, promised_first, promised, ended,
           status = 'done' and ended <= promised as kept,
           status = 'done' and ended <= promised_first as kept_first,
           (coalesce(ended, ${asOf}) - promised) / 86400000 as slip_days,
           case when status = 'open' then true end as open_overdue
    from item_case
    where promised is not null
      and ((status = 'done' and ended >= ${from} and ended < ${until})
        or (status = 'open' and promised >= ${from} and promised < ${until} and promised < ${asOf}))`,
  summary: { kind: 'share', of: 'kept' },
  also: {
    first: { kind: 'share', of: 'kept_first' },
    slipP50: { kind: 'quantile', p: 0.5, of: 'slip_days', unit: 'day' },
    slipP85: { kind: 'quantile', p: 0.85, of: 'slip_days', unit: 'day' },
    openOverdue: { kind: 'count', of: 'open_overdue' },
  },
});

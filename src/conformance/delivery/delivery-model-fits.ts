import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { declaredModels } from '../designed/models.ts';
import type { Ground } from '../ground.ts';
import type { Span } from '../span.ts';

const week = 7 * 86_400_000;
const fewestItems = 20;
const fewestWeeks = 8;
/** Where as many items of a log have a promised date, the tool fills it in, and it tells nothing of how work is done. */
const nearlyAll = 0.9;

/** The items that each declared team, capability or initiative started in a span. */
const started = (ground: Ground, { from, until }: Span): Sql => sql`
  select model_no, object, model, started, handoffs > 0 as handed,
         case when dated_share > 0 and dated_share < ${nearlyAll} then promised is not null end as dated,
         floor((started - ${from}) / ${week}) as week
  from ${ground.table(declaredModels)} as declared
  join item_fact as fact
    on code = case kind when 'team' then fact.team_id when 'capability' then fact.capability else fact.initiative end
  join (select source_id, avg((promised is not null)::int) as dated_share from item_fact group by source_id) using (source_id)
  where started >= ${from} and started < ${until} and started >= from_at and started < until_at`;

/**
 * The signature of each one's work: items, how far weekly arrivals vary over all weeks from its first to the last of the
 * span (coefficient of variation, less the variance that as many arrivals have by chance alone, which is their mean), the
 * share with a promised date (null where the log does not tell), the share that changed teams.
 */
const signatures = (ground: Ground, span: Span): Sql => sql`
  select model_no, object, model, items, dated, handed, weeks, last_at,
         sqrt(greatest(0, squares / weeks - pow(items / weeks, 2) - items / weeks)) / (items / weeks) as variation
  from (
    select model_no, any_value(object) as object, any_value(model) as model, sum(n)::double as items,
           sum(dated) / nullif(sum(telling), 0) as dated, sum(handed) / sum(n) as handed, sum(n * n)::double as squares,
           ceil((${Math.min(span.until, ground.asOf)} - ${span.from}) / ${week}) - min(week) as weeks, max(last_at) as last_at
    from (
      select model_no, object, model, week, count(*) as n, count(*) filter (where dated) as dated, count(dated) as telling,
             count(*) filter (where handed) as handed, max(started) as last_at
      from (${started(ground, span)}) group by all
    )
    group by model_no
  )`;

export const deliveryModelFits = defineRule({
  id: 'delivery.delivery-model-fits',
  dimension: 'delivery',
  title: 'The delivery model fits the work',
  says: 'Each team, capability or initiative states how it delivers, and its work looks like that.',
  test: `Items of those whose work looks like their declared model ÷ items of all that declare one, by their starts in the window. Projects: at least half of the items have a promised date. Products and platforms: fewer than half do, and weekly arrivals are steady (beyond what chance alone does, their standard deviation is at most their mean). Services: arrivals are steady. Those with fewer than ${fewestItems} items or ${fewestWeeks} weeks, and those where dates decide in a log in which no item or at least nine in ten have one, lower the coverage.`,
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.6,
    twiceAsBad: 0.3,
    why: 'A signature is a coarse sign, so a tenth may look otherwise; at two in five the declared models do not tell how work is done. No outside norm exists.',
  },
  needs: { record: 'delivery model', stated: ({ deliveryModels }) => deliveryModels.length > 0 },
  lacking: `nothing that declares a model has ${fewestItems} items and ${fewestWeeks} weeks, in a log in which dates tell its items apart`,
  designed: [declaredModels],
  measure: { kind: 'complete-share' },
  underPressure: { never: 'a signature is that of all weeks, tight ones and others' },
  rows: (ground, span) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type, object,
           last_at as counted_at, items as amount, model, dated, variation,
           case when items < ${fewestItems} or weeks < ${fewestWeeks} then null
                when model = 'service' then variation <= 1
                when dated is null then null
                when model = 'project' then dated >= 0.5
                else dated < 0.5 and variation <= 1 end as kept
    from (${signatures(ground, span)})`,
  because: () => sql`
    printf('declared as %s, but %sweekly arrivals vary by %.0f%% of their mean', broken.model,
           case when broken.dated is null then '' else printf('%.0f%% of its items have a promised date and ', 100 * broken.dated) end,
           100 * broken.variation)`,
  details: async (ground, span) => {
    const rows = await ground.engine.all<
      Record<'items' | 'handed' | 'variation', number> & { object: string; model: string; dated: number | null }
    >(
      sql`select object, model, items, dated, handed, variation from (${signatures(ground, span)}) order by items desc, object limit 20`,
    );
    return {
      signatures: {
        columns: [
          'object',
          'declared',
          'items',
          'share with a date',
          'share that changed teams',
          'variation of arrivals',
        ],
        rows: rows.map(({ object, model, items, dated, handed, variation }) => [
          object,
          model,
          items,
          dated,
          handed,
          variation,
        ]),
      },
    };
  },
});

import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { declaredModels } from '../designed/models.ts';
import type { Ground } from '../ground.ts';
import type { Span } from '../span.ts';

const week = 7 * 86_400_000;
const fewestItems = 20;
const fewestWeeks = 8;

/** The items that each declared team, capability or initiative started in a span. */
const started = (ground: Ground, { from, until }: Span): Sql => sql`
  select model_no, object, model, started, promised is not null as dated, handoffs > 0 as handed,
         floor((started - ${from}) / ${week}) as week
  from ${ground.table(declaredModels)} as declared
  join item_fact as fact
    on code = case kind when 'team' then fact.team_id when 'capability' then fact.capability else fact.initiative end
  where started >= ${from} and started < ${until} and started >= from_at and started < until_at`;

/**
 * The signature of each one's work: items, how far weekly arrivals vary (coefficient of variation over all weeks from its
 * first to the last of the span), the share with a promised date, the share that changed teams.
 */
const signatures = (ground: Ground, span: Span): Sql => sql`
  select model_no, object, model, items, dated, handed, weeks, last_at, any_dated,
         sqrt(greatest(0, squares / weeks - pow(items / weeks, 2))) / (items / weeks) as variation
  from (
    select model_no, any_value(object) as object, any_value(model) as model, sum(n)::double as items,
           sum(dated) / sum(n) as dated, sum(handed) / sum(n) as handed, sum(n * n)::double as squares,
           ceil((${Math.min(span.until, ground.asOf)} - ${span.from}) / ${week}) - min(week) as weeks, max(last_at) as last_at
    from (
      select model_no, object, model, week, count(*) as n, count(*) filter (where dated) as dated,
             count(*) filter (where handed) as handed, max(started) as last_at
      from (${started(ground, span)}) group by all
    )
    group by model_no
  )
  cross join (select count(promised) > 0 as any_dated from item_fact)`;

export const deliveryModelFits = defineRule({
  id: 'delivery.delivery-model-fits',
  dimension: 'delivery',
  title: 'The delivery model fits the work',
  says: 'Each team, capability or initiative states how it delivers, and its work looks like that.',
  test: `Items of those whose work looks like their declared model ÷ items of all that declare one, by their starts in the window. Projects: at least half of the items have a promised date. Products and platforms: fewer than half do, and weekly arrivals are steady (their standard deviation is at most their mean). Services: arrivals are steady. Those with fewer than ${fewestItems} items or ${fewestWeeks} weeks, and in a log without any promised date those where dates decide, lower the coverage.`,
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.6,
    twiceAsBad: 0.3,
    why: 'A signature is a coarse sign, so a tenth may look otherwise; at two in five the declared models do not tell how work is done. No outside norm exists.',
  },
  needs: { record: 'delivery model', stated: ({ deliveryModels }) => deliveryModels.length > 0 },
  designed: [declaredModels],
  measure: { kind: 'complete-share' },
  rows: (ground, span) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type, object,
           last_at as counted_at, items as amount, model, dated, variation,
           case when items < ${fewestItems} or weeks < ${fewestWeeks} then null
                when model = 'service' then variation <= 1
                when not any_dated then null
                when model = 'project' then dated >= 0.5
                else dated < 0.5 and variation <= 1 end as kept
    from (${signatures(ground, span)})`,
  because: () => sql`
    printf('declared as %s, but %.0f %% of its items have a promised date and weekly arrivals vary by %.0f %% of their mean',
           broken.model, 100 * broken.dated, 100 * broken.variation)`,
  details: async (ground, span) => {
    const rows = await ground.engine.all<
      Record<'items' | 'dated' | 'handed' | 'variation', number> & { object: string; model: string }
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

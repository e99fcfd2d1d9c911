import { sql } from '#engine/sql.ts';
import type { Ground } from '#metrics/read.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { FlowMap, FlowMove } from '#model/flow.ts';
import { instantsOf, type Looked, onlyItems } from './looked-at.ts';
import { comings } from './moves.ts';
import { type LogStages, workflowsOf } from './stages.ts';

/** A way from stage to stage, or where it is `whole` all that came to a stage. */
type Way = Record<'to' | 'count' | 'items' | 'mean' | 'median', number> & {
  readonly from: number | null;
  readonly whole: boolean;
};

/**
 * How work went through each log: the moves that were made in the window, whenever the items began.
 *
 * Of all the evidence these are the moves that the discovery finds.
 */
export const flowMaps = async (
  ground: Ground,
  looked: Looked,
  { workflows }: Pick<DesignModel, 'workflows'>,
  logs: readonly LogStages[],
): Promise<FlowMap[]> => {
  const { from, until } = instantsOf(looked);
  const came = comings(until, await onlyItems(ground, looked));
  const counted = await ground.engine.all<Way>(sql`
    with came as materialized (select * from ${came} where entered >= ${from})
    select from_stage as "from", to_stage as "to", false as whole, count(*)::int as count,
           count(distinct item_id)::int as items,
           sum(round((entered - since) * 1000)::hugeint)::double / count(*) / 86400000000 as mean,
           median(entered - since) / 86400000 as median
    from came where from_stage is not null group by all
    union all
    select null, to_stage, true, count(*)::int, count(distinct item_id)::int, null, null from came group by all
    order by count desc, "from", "to"`);
  const ways = counted.filter(({ whole }) => !whole);
  const items = new Map(counted.flatMap(({ whole, to, items: all }) => (whole ? [[to, all] as const] : [])));
  return logs.map(({ source, stages }) => {
    const keys = new Map(stages.map(({ id, key }) => [id, key]));
    const allows = allowed(workflows, source);
    return {
      source,
      stages: stages.map(({ id, ...stage }) => ({ ...stage, items: items.get(id) ?? 0 })),
      moves: ways.flatMap((way): FlowMove[] => {
        const [start, end] = [keys.get(way.from ?? -1), keys.get(way.to)];
        if (start === undefined || end === undefined) return [];
        const { count, items: moved, mean: meanDays, median: medianDays } = way;
        return [{ from: start, to: end, count, items: moved, meanDays, medianDays, designed: allows(start, end) }];
      }),
    };
  });
};

/** Whether some workflow of the log allows a move; null where none that knows both stages says what it allows. */
const allowed =
  (workflows: DesignModel['workflows'], source: string) =>
  (from: string, to: string): boolean | null => {
    const telling = workflowsOf(workflows, source).filter(
      ({ transitions, stages }) =>
        transitions !== undefined && [from, to].every((key) => stages.some((stage) => stage.key === key)),
    );
    if (telling.length === 0) return null;
    return telling.some(({ transitions = [] }) =>
      transitions.some((each) => each.from === from && each.to.some((key) => key === to)),
    );
  };

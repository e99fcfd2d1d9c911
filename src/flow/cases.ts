import type { Row } from '#engine/engine.ts';
import { exactSum } from '#engine/exact-sum.ts';
import { join, type Sql, sql } from '#engine/sql.ts';
import { type Ground, onlyOf, withTeamsShown } from '#metrics/read.ts';
import { instantsOf, type Looked, onlyItems } from './looked-at.ts';
import { comings } from './moves.ts';

/** Which element of a picture the cases stand behind, with the codes of its stages and the names of its teams. */
export type Behind =
  | { readonly kind: 'stage'; readonly stages: readonly number[] }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'standing'; readonly source: string; readonly stage: number | null }
  | { readonly kind: 'hand-off'; readonly from: string; readonly to: string };

type Page = { readonly limit: number; readonly offset: number };

/** The rows behind one element of a picture, longest first: one a move, a hand-off or an item in a stage. */
export const casesBehind = async (
  ground: Ground,
  looked: Looked,
  behind: Behind,
  { limit, offset }: Page,
): Promise<{ readonly rows: Row[]; readonly total: number }> => {
  const found = await foundBy(ground, looked, behind);
  const total = await ground.engine.one<{ n: number }>(sql`select count(*)::int as n from (${found})`);
  const rows = await ground.engine.all(sql`
    select source, item, days, found.* exclude (item_id, place, days), item_type, team, capability_key as capability, status
    from (${found}) as found join item_case using (item_id)
    order by days desc nulls last, source, item, place limit ${limit} offset ${offset}`);
  return {
    rows: rows.map((row) => withTeamsShown(row, (team) => ground.shownTeam(team, looked.window))),
    total: total?.n ?? 0,
  };
};

/** `item_id`, the `place` of the row among those of its item, what is told of it here, and `days`. */
const foundBy = async (ground: Ground, looked: Looked, behind: Behind): Promise<Sql> => {
  const { from, until } = instantsOf(looked);
  const only = await onlyItems(ground, looked);
  switch (behind.kind) {
    case 'stage':
      return sql`
        select item_id, 0 as place, count(*) filter (where from_stage is distinct from stage_id)::int as came, min(entered) as entered,
               ${exactSum(sql`elapsed`)} / 86400 as days
        from visit
        where stage_id in (${join(behind.stages.map((stage) => sql`${stage}`))}) and entered >= ${from} and entered < ${until} ${only}
        group by item_id having came > 0`;
    case 'move':
      return sql`
        select item_id, visit_no as place, entered as happened, (entered - since) / 86400000 as days
        from ${comings(until, only)}
        where from_stage = ${behind.from} and to_stage = ${behind.to} and entered >= ${from}`;
    case 'standing':
      return stoodIn(behind, until, ground, only);
    case 'hand-off':
      return sql`
        select item_id, handoff_no as place, giver.key as from_team, taker.key as to_team, happened, answered, waited / 86400 as days
        from handoff
        join team as giver on giver.team_id = from_team
        join team as taker on taker.team_id = to_team
        where happened >= ${from} and happened < ${until} ${only}
          and ${await isShownAs(ground, looked, sql`giver.key`, behind.from)}
          and ${await isShownAs(ground, looked, sql`taker.key`, behind.to)}`;
  }
};

/** Items that stood in a stage just before the window ended, by how long they had. */
const stoodIn = (
  { source, stage }: Extract<Behind, { kind: 'standing' }>,
  until: number,
  { asOf }: Ground,
  only: Sql,
): Sql => sql`
  with stood as (
    select item_id from visit
    where stage_id is not distinct from ${stage}::int and entered < ${until} and ("left" is null or "left" >= ${until})
      and item_id in (select item_id from item_cut where source = ${source}) ${only}
  ),
  came as (
    select item_id, max(entered) as entered
    from visit
    where stage_id is not distinct from ${stage}::int and entered < ${until}
      and (from_stage is distinct from stage_id or stage_id is null) and item_id in (select item_id from stood)
    group by item_id
  )
  select item_id, 0 as place, entered, (least(${until}, ${asOf}) - entered) / 86400000 as days from came`;

/** Whether a team is one of those that are shown under a name. */
const isShownAs = async (ground: Ground, { window }: Looked, team: Sql, name: string): Promise<Sql> => {
  const { keys } = await onlyOf(ground, { scope: 'team', key: name }, window);
  return sql`${team} in (${join(keys.map((key) => sql`${key}`))})`;
};

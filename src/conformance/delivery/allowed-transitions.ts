import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { designedMoves } from '../designed/moves.ts';
import { itemScopes, sameScope, scopedItems } from '../designed/scopes.ts';
import { type Ground, stageName } from '../ground.ts';
import { countedMoves, countedMovesIn, movesIn, teamDays } from '../moves.ts';
import type { Span } from '../span.ts';

/** Moves, each by itself or counted together, with what the workflow in force says about them. */
const judged = (ground: Ground, moves: Sql): Sql => sql`
  select move.*, designed.allowed, designed.steps
  from (${moves}) as move
  left join ${ground.table(designedMoves)} as designed
    on designed.from_stage = move.from_stage and designed.to_stage = move.stage_id and ${sameScope(ground, sql`move`)}
    and move.entered >= designed.from_at and move.entered < designed.until_at`;

const counted = (ground: Ground, span: Span): Sql => sql`
  select entered as counted_at, allowed as kept, from_stage, stage_id, steps, pressed, n
  from (${judged(ground, countedMovesIn(ground, span))})`;

/** What a move that is not allowed does to the order of the stages. */
const how = sql`case when steps < 0 then 'backward' when steps > 1 then 'skipped' else 'not listed' end`;

export const allowedTransitions = defineRule({
  id: 'delivery.allowed-transitions',
  dimension: 'delivery',
  title: 'Allowed transitions only',
  says: 'Work moves from stage to stage as the workflow allows.',
  test: 'Moves between two stages in the window that the workflow allows ÷ moves between two stages of a workflow that states its transitions. The workflow is the first that applies to the item and knows the stage it leaves. Moves from or to a stage it does not know lower the coverage. Moves that go back or skip stages stand beside it, with their numbers.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.95,
    worstTolerable: 0.85,
    twiceAsBad: 0.7,
    why: 'One move in twenty is a slip of the mouse; beyond one in seven the workflow no longer tells how work goes. No outside norm exists.',
  },
  needs: {
    record: 'workflow with transitions',
    stated: ({ workflows }) => workflows.some(({ transitions }) => transitions !== undefined),
  },
  lacking: 'no move in the window is between two stages of one workflow that states its transitions',
  designed: [itemScopes, designedMoves],
  prepared: [scopedItems, teamDays, countedMoves],
  measure: { kind: 'share' },
  underPressure: { by: 'the day of the move, and the team that has the item after it' },
  rows: (ground, span) => sql`
    select item_id, team_id, null::int as capability, null::text as decision_type, null::text as object,
           entered as counted_at, allowed as kept, from_stage, stage_id, steps, pressed
    from (${judged(ground, movesIn(ground, span))})`,
  counted,
  because: (ground) => sql`
    printf('moved from %s to %s (%s)', ${stageName(ground, sql`broken.from_stage`)}, ${stageName(ground, sql`broken.stage_id`)}, ${how})`,
  details: async (ground, span) => {
    const found = await ground.engine.all<{ from: string; to: string; how: string; n: number }>(sql`
      select giver.key as "from", receiver.key as "to", how, sum(n)::int as n
      from (select from_stage, stage_id, ${how} as how, n from (${counted(ground, span)}) where not kept) as moved
      join stage as giver on giver.stage_id = moved.from_stage
      join stage as receiver on receiver.stage_id = moved.stage_id
      group by all order by n desc, "from", "to"`);
    const count = (kind: string): number => found.reduce((sum, { how, n }) => (how === kind ? sum + n : sum), 0);
    return {
      backward: count('backward'),
      skipped: count('skipped'),
      notListed: count('not listed'),
      moves: {
        columns: ['from', 'to', 'how', 'moves'],
        rows: found.slice(0, 20).map(({ from, to, how: kind, n }) => [from, to, kind, n]),
      },
    };
  },
});

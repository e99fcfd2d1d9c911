import { type Sql, sql } from '#engine/sql.ts';
import type { Workflow } from '#model/workflow.ts';
import { asksForItem, type Era } from '../eras.ts';
import type { Basis, DesignedTable, Ground, PreparedTable } from '../ground.ts';
import type { Mix, Named } from '../names.ts';
import type { Span } from '../span.ts';

/** Items that the same workflows apply to, in the order of the design, while one design was in force. */
export type Scope = Span & {
  readonly no: number;
  readonly era: Era;
  readonly source: number;
  readonly workflows: readonly Workflow[];
  readonly mixes: readonly Mix[];
};

/** Which items belong to which scope; empty where the source of an item already tells. */
export const itemScopes: DesignedTable = {
  name: 'item_scope',
  columns: { scope_no: 'int', source_id: 'int', type: 'int', team_id: 'int', from_at: 'double', until_at: 'double' },
  rows: (basis) =>
    scopesOf(basis).flatMap(({ no, from, until, mixes }) =>
      mixes.map(({ source, type, team }) => [no, source, type, team, from, until]),
    ),
};

/**
 * The scopes of all designs. Without a workflow that asks for the type or team of an item, one for each source and design.
 *
 * A workflow that says nothing about what it applies to applies to everything.
 */
export const scopesOf = (basis: Basis): Scope[] => {
  const mixes = asksForItem(basis.eras)
    ? basis.mixes
    : basis.names.sources.map(({ id }) => ({ source: id, type: -1, team: -1 }));
  const found = basis.eras.flatMap((era) => {
    const applying = mixes.map((mix) => ({
      mix,
      workflows: era.design.workflows.filter((flow) => applies(basis, flow, mix)),
    }));
    const alike = Map.groupBy(applying, ({ mix, workflows }) =>
      JSON.stringify([mix.source, workflows.map(({ key }) => key)]),
    );
    return [...alike.values()].flatMap((group) => {
      const [first] = group;
      if (!first || first.workflows.length === 0) return [];
      const { from, until } = era;
      return [
        { era, from, until, source: first.mix.source, workflows: first.workflows, mixes: group.map(({ mix }) => mix) },
      ];
    });
  });
  return found.map((scope, no) => ({ ...scope, no }));
};

const applies = ({ names }: Basis, { appliesTo }: Workflow, { source, type, team }: Mix): boolean => {
  const fits = (wanted: string | undefined, list: readonly { id: number; key: string }[], id: number): boolean =>
    wanted === undefined || list.some((each) => each.key === wanted && each.id === id);
  return (
    appliesTo.length === 0 ||
    appliesTo.some(
      (to) =>
        fits(to.source, names.sources, source) &&
        fits(to.itemType, names.values, type) &&
        fits(to.team, names.teams, team),
    )
  );
};

/** The stages of a scope's source that one of its workflows knows, each with the first workflow that does. */
export const placesIn = (
  { names }: Basis,
  { source, workflows }: Scope,
): (Named & { workflow: Workflow; position: number })[] =>
  names.stages
    .filter((stage) => stage.source === source)
    .flatMap((stage) => {
      for (const workflow of workflows) {
        const position = workflow.stages.findIndex(({ key }) => key === stage.key);
        if (position >= 0) return [{ ...stage, workflow, position }];
      }
      return [];
    });

/**
 * The scope of each item, once for each design; empty where a stage already tells it.
 *
 * It is worked out before any visit is looked at: joined with the visits in one go, the engine pairs every visit with
 * every scope first.
 */
export const scopedItems: PreparedTable = {
  name: 'scoped_item',
  as: (ground) => sql`
    select item_id, scope_no, from_at, until_at
    from ${ground.table(itemScopes)} as scope
    join item_fact as fact
      on scope.source_id = fact.source_id and scope.type is not distinct from fact.type
      and scope.team_id is not distinct from fact.team_id`,
};

/**
 * What joins a designed table that has a `scope_no` to rows that are about an item.
 *
 * Where no workflow asks for the item, no item is looked at: on millions of visits that join is most of the cost. `at` is
 * the instant whose design counts; without one, every design's scope is joined.
 */
export const scopeJoin = (ground: Ground, item: Sql, at?: Sql): Sql =>
  asksForItem(ground.eras)
    ? sql`
      join ${ground.table(scopedItems)} as scope
        on scope.item_id = ${item} ${at ? sql`and ${at} >= scope.from_at and ${at} < scope.until_at` : sql``}`
    : sql``;

/** The condition that goes with `scopeJoin` where a designed table, named `designed`, is joined to rows with a scope. */
export const sameScope = (ground: Ground, rows: Sql = sql`scope`): Sql =>
  asksForItem(ground.eras) ? sql`designed.scope_no = ${rows}.scope_no` : sql`true`;

/** The scope that `scopeJoin` found, for rows that are joined to a designed table later on. */
export const scopeNo = (ground: Ground): Sql => (asksForItem(ground.eras) ? sql`scope.scope_no` : sql`null::int`);

import type { DesignedTable } from '../ground.ts';
import { placesIn, scopesOf } from './scopes.ts';

/**
 * Every pair of stages of a workflow, and whether the move from one to the other is allowed.
 *
 * `steps` is how far the move goes in the order of the stages; 1 is the next one, below 0 is back. A workflow without
 * transitions says nothing about its moves and has no rows.
 */
export const designedMoves: DesignedTable = {
  name: 'move',
  columns: {
    scope_no: 'int',
    from_stage: 'int',
    to_stage: 'int',
    allowed: 'boolean',
    steps: 'double',
    from_at: 'double',
    until_at: 'double',
  },
  rows: (basis) =>
    scopesOf(basis).flatMap((scope) => {
      const places = placesIn(basis, scope);
      return places.flatMap(({ id, key, workflow, position }) => {
        const { transitions, stages } = workflow;
        if (!transitions) return [];
        const allowed = transitions.filter(({ from }) => from === key).flatMap(({ to }) => to);
        return places.flatMap((other) => {
          const place = stages.findIndex((stage) => stage.key === other.key);
          if (place < 0) return [];
          const isAllowed = allowed.some((to) => to === other.key);
          return [[scope.no, id, other.id, isAllowed, place - position, scope.from, scope.until]];
        });
      });
    }),
};

import type { Basis, DesignedTable } from '../ground.ts';

/** The teams, capabilities and initiatives (by code) whose delivery model is declared. */
export const declaredModels: DesignedTable = {
  name: 'declared_model',
  columns: {
    model_no: 'int',
    kind: 'text',
    code: 'int',
    object: 'text',
    model: 'text',
    from_at: 'double',
    until_at: 'double',
  },
  rows: (basis) =>
    basis.eras
      .flatMap(({ design, from, until }) => design.deliveryModels.map((declared) => ({ declared, from, until })))
      .flatMap(({ declared, from, until }, no) => {
        const { team, capability, initiative, model } = declared;
        const key = team ?? capability ?? initiative ?? '';
        const kind = team === undefined ? (capability === undefined ? 'initiative' : 'capability') : 'team';
        return codesOf(basis, kind, key).map((code) => [
          no,
          kind,
          code,
          `${kind} ${shown(basis, kind, key)}`,
          model,
          from,
          until,
        ]);
      }),
};

/** A value has a code of its own in each role, so those that have the key in another role are found in no fact of this one. */
const codesOf = ({ names }: Basis, kind: string, key: string): number[] =>
  (kind === 'team' ? names.teams : names.values).filter((named) => named.key === key).map(({ id }) => id);

const shown = ({ context: { shownTeam, window } }: Basis, kind: string, key: string): string =>
  kind === 'team' ? shownTeam(key, window) : key;

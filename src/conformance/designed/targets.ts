import { secondsOf } from '#model/calendar/seconds-of.ts';
import type { FlowTarget, Workflow } from '#model/workflow.ts';
import type { Basis, DesignedTable } from '../ground.ts';
import { placesIn, scopesOf } from './scopes.ts';

/**
 * The targets of each workflow for the items whose last stage is one of its stages; type and priority null hold for all.
 *
 * `begins` and `ends` are stages by code, null where `start` and `done` stand for the beginning and the end of the case.
 */
export const designedTargets: DesignedTable = {
  name: 'target',
  columns: {
    target_no: 'int',
    scope_no: 'int',
    last_stage: 'int',
    type: 'int',
    priority: 'int',
    target: 'text',
    begins: 'int',
    ends: 'int',
    within_seconds: 'double',
    clock: 'text',
    share: 'double',
    from_at: 'double',
    until_at: 'double',
  },
  rows: (basis) => {
    const { calendar } = basis.context;
    return scopesOf(basis)
      .flatMap((scope) => {
        const places = placesIn(basis, scope);
        return scope.workflows.flatMap((workflow) =>
          workflow.targets.flatMap((target) => {
            const ends = endsOf(workflow, target, places);
            const last = places.filter((place) => place.workflow === workflow);
            return ends ? [{ scope, target, ...ends, last: last.map(({ id }) => id) }] : [];
          }),
        );
      })
      .flatMap(({ scope, target, begins, ends, last }, no) =>
        casesOf(basis, target).flatMap(({ type, priority }) =>
          last.map((stage) => [
            no,
            scope.no,
            stage,
            type,
            priority,
            target.key ?? `${target.from} to ${target.to}`,
            begins,
            ends,
            secondsOf(target.within, target.clock, calendar),
            target.clock,
            target.share,
            scope.from,
            scope.until,
          ]),
        ),
      );
  },
};

/** The codes of the stages a target runs between; undefined where the evidence of the scope has no such stage. */
const endsOf = ({ stages }: Workflow, { from, to }: FlowTarget, places: readonly { id: number; key: string }[]) => {
  const codeOf = (end: string, word: string): number | undefined => {
    const isWord = end === word && !stages.some(({ key }) => key === end);
    return isWord ? -1 : places.find(({ key }) => key === end)?.id;
  };
  const begins = codeOf(from, 'start');
  const ends = codeOf(to, 'done');
  return begins === undefined || ends === undefined ? undefined : { begins, ends };
};

/** The codes of types and priorities that a target holds for, each pair once; -1 for any. */
const casesOf = ({ names }: Basis, { when }: FlowTarget): { type: number; priority: number }[] => {
  const codes = (role: string, keys: readonly string[] | undefined): number[] =>
    keys === undefined
      ? [-1]
      : names.values.filter((value) => value.role === role && keys.includes(value.key)).map(({ id }) => id);
  return codes('type', when?.itemType).flatMap((type) =>
    codes('priority', when?.priority).map((priority) => ({ type, priority })),
  );
};

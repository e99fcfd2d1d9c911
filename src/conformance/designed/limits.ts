import { localDay, startOfLocalDay } from '#model/calendar/local.ts';
import type { Basis, DesignedTable } from '../ground.ts';
import { placesIn, scopesOf } from './scopes.ts';

/** The limits on work in progress: one for each stage of a workflow that has one, while its design was in force. */
export const designedLimits: DesignedTable = {
  name: 'wip_limit',
  columns: { limit_no: 'int', stage: 'text', wip_limit: 'int', from_at: 'double', until_at: 'double' },
  rows: (basis) => limitsOf(basis).map(({ no, stage, limit, from, until }) => [no, stage, limit, from, until]),
};

/** Which stages of the evidence fall under which limit; a workflow of two sources has one limit for both. */
export const limitedStages: DesignedTable = {
  name: 'limited_stage',
  columns: { limit_no: 'int', scope_no: 'int', stage_id: 'int' },
  rows: (basis) => {
    const limits = limitsOf(basis);
    return scopesOf(basis).flatMap((scope) =>
      placesIn(basis, scope).flatMap(({ id, key, workflow }) => {
        const limit = limits.find(
          (each) => each.era === scope.era && each.workflow === workflow.key && each.stage === key,
        );
        return limit ? [[limit.no, scope.no, id]] : [];
      }),
    );
  },
};

/** The days of the window that are over, by number, and their ends (local midnights). */
export const dayEnds: DesignedTable = {
  name: 'day_end',
  columns: { day: 'double', day_end: 'double' },
  rows: ({ span, context: { asOf, timeZone } }) => {
    const last = Math.min(span.until, asOf);
    const ends: number[][] = [];
    for (let day = localDay(span.from, timeZone); ; day++) {
      const midnight = startOfLocalDay(day + 1, timeZone);
      if (!(midnight <= last)) return ends;
      ends.push([day, midnight]);
    }
  },
};

const limitsOf = ({ eras }: Basis) =>
  eras
    .flatMap((era) =>
      era.design.workflows.flatMap(({ key, stages }) =>
        stages.flatMap(({ key: stage, wipLimit }) =>
          wipLimit === undefined
            ? []
            : [{ era, workflow: key, stage, limit: wipLimit, from: era.from, until: era.until }],
        ),
      ),
    )
    .map((limit, no) => ({ ...limit, no }));

import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { orderedRows } from './ordered-rows.ts';
import type { TeamLabels } from './shown-teams.ts';
import { readSubjects, type WorkSubject } from './subjects.ts';
import { WorkParts } from './work-parts.ts';

/** Who did what: seconds in active stages and items ended, by subject and team, and how many items each team ever had. */
export type Work = {
  readonly subjects: readonly WorkSubject[];
  readonly active: WorkParts;
  readonly ended: WorkParts;
  /** By the places of the names under which teams are shown. */
  readonly teamItems: Float64Array;
};

/** Reads all visits once. Active is what is neither blocked nor waiting for the receiver's first action. */
export const readWork = async (engine: Engine, { labels, names }: TeamLabels): Promise<Work> => {
  const { subjects, subjectOf, endedBy, ended: over } = await readSubjects(engine);
  const activeStages = new Set(
    (await engine.all<{ id: number }>(sql`select stage_id as id from stage where kind = 'active'`)).map(({ id }) => id),
  );
  const work = { subjects, active: new WorkParts(), ended: new WorkParts(), teamItems: new Float64Array(names.length) };
  const lastItem = new Float64Array(names.length).fill(-1);
  const visits = {
    from: sql`visit`,
    number: sql`visit_no`,
    columns: [sql`coalesce(stage_id, -1)`, sql`coalesce(team_id, -1)`, sql`elapsed - blocked - handoff`],
  };
  for await (const { length, columns } of orderedRows(engine, visits)) {
    const [items = [], stages = [], teams = [], seconds = []] = columns;
    for (let row = 0; row < length; row++) {
      const item = items[row] ?? 0;
      const label = labels[teams[row] ?? -1] ?? -1;
      if (label >= 0 && lastItem[label] !== item) {
        lastItem[label] = item;
        work.teamItems[label] = (work.teamItems[label] ?? 0) + 1;
      }
      if (activeStages.has(stages[row] ?? -1)) work.active.add(item, subjectOf[item] ?? -1, label, seconds[row] ?? 0);
    }
  }
  work.active.close();
  for (let item = 0; item < over.length; item++) {
    if (over[item] === 1) work.ended.add(item, subjectOf[item] ?? -1, labels[endedBy[item] ?? -1] ?? -1, 1);
  }
  work.ended.close();
  return work;
};

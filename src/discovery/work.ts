import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { orderedRows } from './ordered-rows.ts';
import type { TeamLabels } from './shown-teams.ts';
import { readSubjects, type WorkSubject } from './subjects.ts';
import { type SubjectWork, WorkParts } from './work-parts.ts';

/** Who did what: seconds in active stages and items ended, by the code of the subject, and how many items each team ever had. */
export type Work = {
  readonly subjects: readonly WorkSubject[];
  readonly active: ReadonlyMap<number, SubjectWork>;
  readonly ended: ReadonlyMap<number, SubjectWork>;
  /** By the places of the names under which teams are shown. */
  readonly teamItems: Float64Array;
};

/** Reads all visits once. Active is what is neither blocked nor waiting for the receiver's first action. */
export const readWork = async (engine: Engine, { labels, names }: TeamLabels): Promise<Work> => {
  const { subjects, subjectOf, initiativeOf, endedBy, ended: over } = await readSubjects(engine);
  const activeStages = new Set(
    (await engine.all<{ id: number }>(sql`select stage_id as id from stage where kind = 'active'`)).map(({ id }) => id),
  );
  const teamItems = new Float64Array(names.length);
  const active = new WorkBySubject([subjectOf, initiativeOf]);
  const ended = new WorkBySubject([subjectOf, initiativeOf]);
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
        teamItems[label] = (teamItems[label] ?? 0) + 1;
      }
      if (activeStages.has(stages[row] ?? -1)) active.add(item, label, seconds[row] ?? 0);
    }
  }
  for (let item = 0; item < over.length; item++) {
    if (over[item] === 1) ended.add(item, labels[endedBy[item] ?? -1] ?? -1, 1);
  }
  return { subjects, active: active.all(), ended: ended.all(), teamItems };
};

/** Work on all that an item is work on at once; the codes of subjects tell what each is. */
class WorkBySubject {
  readonly #parts: readonly (readonly [Int32Array, WorkParts])[];

  constructor(subjectsOf: readonly Int32Array[]) {
    this.#parts = subjectsOf.map((subjectOf) => [subjectOf, new WorkParts()]);
  }

  add(item: number, label: number, amount: number): void {
    for (const [subjectOf, parts] of this.#parts) {
      const subject = subjectOf[item] ?? -1;
      if (subject >= 0) parts.add(item, subject, label, amount);
    }
  }

  all(): ReadonlyMap<number, SubjectWork> {
    for (const [, parts] of this.#parts) parts.close();
    return new Map(this.#parts.flatMap(([, { bySubject }]) => [...bySubject]));
  }
}

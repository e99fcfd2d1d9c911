import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { DiscoveredOwner } from '#model/discovery.ts';
import { orderedRows } from './ordered-rows.ts';

/** Something that work is done on: an initiative, a capability, or in logs that know no capability an item type. */
export type WorkSubject = { readonly of: DiscoveredOwner['of']; readonly key: string; readonly mapped: boolean };

/** What each item is work on, for which initiative, and which team ended it; -1 where there is none. By the codes of the items. */
export type ItemSubjects = {
  readonly subjects: readonly WorkSubject[];
  readonly subjectOf: Int32Array;
  readonly initiativeOf: Int32Array;
  readonly endedBy: Int32Array;
  /** 1 for items that have ended. */
  readonly ended: Uint8Array;
};

type Value = { readonly id: number; readonly key: string; readonly mapped: boolean };

/** Items that carry neither capability nor type stand under (none); of initiatives there are only those that are named. */
export const readSubjects = async (engine: Engine): Promise<ItemSubjects> => {
  const size = await engine.one<{ n: number }>(sql`select coalesce(max(item_id) + 1, 0)::int as n from item_fact`);
  const values = await engine.all<Value>(
    sql`select value_id as id, key, mapped from raw_value where role in ('capability', 'initiative', 'type')`,
  );
  const subjects = new Subjects(new Map(values.map((value) => [value.id, value])));
  const found = {
    subjectOf: new Int32Array(size?.n ?? 0).fill(-1),
    initiativeOf: new Int32Array(size?.n ?? 0).fill(-1),
    endedBy: new Int32Array(size?.n ?? 0).fill(-1),
    ended: new Uint8Array(size?.n ?? 0),
  };
  const rich = await engine.all<{ source: number }>(
    sql`select distinct source_id as source from item_fact where capability is not null`,
  );
  const knowing = new Set(rich.map(({ source }) => source));
  const rows = {
    from: sql`item_fact`,
    number: sql`source_id`,
    columns: [
      sql`source_id`,
      sql`coalesce(capability, -1)`,
      sql`coalesce(type, -1)`,
      sql`coalesce(initiative, -1)`,
      sql`coalesce(team_id, -1)`,
      sql`status <> 'open'`,
    ],
  };
  for await (const { length, columns } of orderedRows(engine, rows)) {
    const [items = [], source = [], capability = [], type = [], initiative = [], team = [], ended = []] = columns;
    for (let row = 0; row < length; row++) {
      const item = items[row] ?? 0;
      const knows = knowing.has(source[row] ?? -1);
      found.subjectOf[item] = knows
        ? subjects.codeOf('capability', capability[row] ?? -1)
        : subjects.codeOf('item-type', type[row] ?? -1);
      const named = initiative[row] ?? -1;
      if (named >= 0) found.initiativeOf[item] = subjects.codeOf('initiative', named);
      found.endedBy[item] = team[row] ?? -1;
      found.ended[item] = ended[row] ?? 0;
    }
  }
  return { subjects: subjects.all, ...found };
};

/** Raw values with one key are one subject. */
class Subjects {
  readonly all: WorkSubject[] = [];
  readonly #values: ReadonlyMap<number, Value>;
  readonly #byValue = {
    capability: new Map<number, number>(),
    initiative: new Map<number, number>(),
    'item-type': new Map<number, number>(),
  };
  readonly #byKey = new Map<string, number>();

  constructor(values: ReadonlyMap<number, Value>) {
    this.#values = values;
  }

  codeOf(of: WorkSubject['of'], value: number): number {
    const known = this.#byValue[of].get(value);
    if (known !== undefined) return known;
    const { key, mapped } = this.#values.get(value) ?? { key: '(none)', mapped: false };
    const name = JSON.stringify([of, key]);
    const code = this.#byKey.get(name) ?? this.all.push({ of, key, mapped }) - 1;
    this.#byKey.set(name, code);
    this.#byValue[of].set(value, code);
    const subject = this.all[code];
    if (subject?.mapped && !mapped) this.all[code] = { ...subject, mapped };
    return code;
  }
}

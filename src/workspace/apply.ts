import { isModelKind, ofNoDesign } from '#model/records.ts';
import { type FieldChange, fieldsBetween } from '#store/fields.ts';
import type { Write } from '#store/plan.ts';
import { byId, idText, type StoredRecord } from '#store/record.ts';
import { changedParts } from './changed-parts.ts';

/** A record that the store holds; its version, where it is known, guards the write against one made in between. */
export type CurrentRecord = StoredRecord & { readonly version?: number };

/** What applying does to one record, and to which parts of it: `stages[review].wipLimit`, not the whole of `stages`. */
export type RecordChange = {
  readonly kind: string;
  readonly design: string;
  readonly key: string;
  readonly what: 'added' | 'changed' | 'removed';
  readonly fields: readonly FieldChange[];
};

/** What applying a workspace's files to a store does. Nothing to write means that both say the same. */
export type ApplyPlan = {
  readonly changes: readonly RecordChange[];
  readonly writes: readonly Write[];
  readonly unchanged: number;
};

/**
 * What has to change in a store so that it says what the files say, and no more.
 *
 * The files are the whole truth about the kinds that they can state: a record of one that they do not hold is closed. Records
 * of other kinds (people, settings) are none of theirs and are left alone. What was kept under a design before it came to be
 * of the workspace moves: its old place is closed and its new one opened, told as one change of `design`.
 */
export const planApply = (current: readonly CurrentRecord[], wanted: readonly StoredRecord[]): ApplyPlan => {
  const before = new Map(current.filter(({ kind }) => isModelKind(kind)).map((record) => [idText(record), record]));
  const after = new Map(wanted.map((record) => [idText(record), record]));
  const former = formerPlaces([...before.values()], before, after);
  const moved = new Set([...former.values()].map(idText));
  const ids = [...new Map([...before, ...after]).values()].sort(byId).map(idText);
  const turns = ids.filter((id) => !moved.has(id)).map((id) => turnOf(former.get(id) ?? before.get(id), after.get(id)));
  const changes = turns.filter((turn) => turn !== undefined);
  return {
    changes: changes.map(({ change }) => change),
    writes: changes.flatMap(({ writes }) => writes),
    unchanged: turns.length - changes.length,
  };
};

/** Records of the workspace that are kept under a design still, by the id under which they shall be kept. */
const formerPlaces = (
  current: readonly CurrentRecord[],
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, CurrentRecord> => {
  const former = new Map<string, CurrentRecord>();
  for (const record of current) {
    const id = idText({ ...record, design: ofNoDesign });
    const isNew = after.has(id) && !before.has(id) && !former.has(id);
    if (isNew && record.design !== ofNoDesign) former.set(id, record);
  }
  return former;
};

const turnOf = (before: CurrentRecord | undefined, after: StoredRecord | undefined) => {
  const record = after ?? before;
  if (!record) return undefined;
  const outer = fieldsBetween(before?.body ?? null, after?.body ?? null);
  const moves = before !== undefined && after !== undefined && before.design !== after.design;
  if (before && after && outer.length === 0 && !moves) return undefined;
  const { kind, design, key } = record;
  const what = before ? (after ? 'changed' : 'removed') : 'added';
  const parts = outer.filter(({ field }) => field !== 'key').flatMap(changedParts);
  const left: FieldChange[] = moves ? [{ field: 'design', from: before.design }] : [];
  const writes: Write[] = moves
    ? [closing(before), { kind, design, key, body: after.body, expected: 0 }]
    : [{ kind, design, key, body: after?.body ?? null, ...versionSeen(before) }];
  return { change: { kind, design, key, what, fields: [...left, ...parts] } as const, writes };
};

const closing = (before: CurrentRecord): Write => {
  const { kind, design, key } = before;
  return { kind, design, key, body: null, ...versionSeen(before) };
};

/** The version that a write stands on: 0 for a record that was not there, none where it was not told. */
const versionSeen = (before: CurrentRecord | undefined): { readonly expected?: number } => {
  const expected = before ? before.version : 0;
  return expected === undefined ? {} : { expected };
};

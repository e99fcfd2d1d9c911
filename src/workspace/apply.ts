import { isModelKind } from '#model/records.ts';
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
 * The files are the whole truth about the operating model: a record of it that they do not hold is closed. Records of
 * other kinds (decisions, findings, people) are none of theirs and are left alone.
 */
export const planApply = (current: readonly CurrentRecord[], wanted: readonly StoredRecord[]): ApplyPlan => {
  const before = new Map(current.filter(({ kind }) => isModelKind(kind)).map((record) => [idText(record), record]));
  const after = new Map(wanted.map((record) => [idText(record), record]));
  const ids = [...new Map([...before, ...after]).values()].sort(byId);
  const turns = ids.map((id) => turnOf(before.get(idText(id)), after.get(idText(id))));
  const changes = turns.filter((turn) => turn !== undefined);
  return {
    changes: changes.map(({ change }) => change),
    writes: changes.map(({ write }) => write),
    unchanged: turns.length - changes.length,
  };
};

const turnOf = (before: CurrentRecord | undefined, after: StoredRecord | undefined) => {
  const record = after ?? before;
  if (!record) return undefined;
  const outer = fieldsBetween(before?.body ?? null, after?.body ?? null);
  if (before && after && outer.length === 0) return undefined;
  const id = { kind: record.kind, design: record.design, key: record.key };
  const expected = before ? before.version : 0;
  const what = before ? (after ? 'changed' : 'removed') : 'added';
  return {
    change: { ...id, what, fields: outer.filter(({ field }) => field !== 'key').flatMap(changedParts) } as const,
    write: { ...id, body: after?.body ?? null, ...(expected === undefined ? {} : { expected }) },
  };
};

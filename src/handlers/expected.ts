import { Fault } from '#model/fault.ts';
import type { Change } from '#store/history.ts';
import { type Body, idText, type RecordId } from '#store/record.ts';
import type { Room } from './room.ts';

/**
 * Refuses an edit that was made on top of another version than the one that stands, with both values of each field.
 *
 * An edit that names no version is made on top of whatever stands.
 */
export const checkExpected = async (
  room: Room,
  edit: RecordId & { readonly body: Body | null },
  expected: number | undefined,
): Promise<void> => {
  if (expected === undefined) return;
  const store = await room.store();
  const stands = (await store.current()).find((record) => idText(record) === idText(edit));
  const found = stands?.version ?? 0;
  if (found === expected) return;
  const changes = await store.history({ kind: edit.kind, key: edit.key, design: edit.design });
  const [last] = changes;
  const before = formerly(changes.filter(({ version }) => version > expected));
  const wanted = Object.keys({ ...edit.body, ...stands?.body }).filter(
    (field) => JSON.stringify(edit.body?.[field]) !== JSON.stringify(stands?.body[field]),
  );
  throw new Fault('record-changed', {
    record: `${edit.kind} ${edit.key}`,
    expected,
    found,
    by: last?.actor ?? null,
    at: last?.at ?? null,
    fields: [...new Set([...before.keys(), ...wanted])].sort().map((field) => ({
      field,
      was: (before.has(field) ? before.get(field) : stands?.body[field]) ?? null,
      stands: stands?.body[field] ?? null,
      wanted: edit.body?.[field] ?? null,
    })),
  });
};

/** What each field that was changed said before the first of some changes; they come newest first. */
const formerly = (changes: readonly Change[]): ReadonlyMap<string, unknown> =>
  new Map(changes.flatMap(({ fields }) => fields.map(({ field, from }) => [field, from] as const)));

import { changeRecords, undoChange } from '#api/changes.ts';
import { Fault } from '#model/fault.ts';
import type { Change } from '#store/history.ts';
import { type Body, idText } from '#store/record.ts';
import { type Applied, broughtUp } from './applying.ts';
import { serve } from './define.ts';
import { type Edit, editOf, makeEdits } from './record-edits.ts';
import { isOfModel } from './record-id.ts';

export const answerChangeRecords = serve(changeRecords, async ({ edits, ...asked }, room) => {
  const applied = await broughtUp(room, asked.dryRun);
  const made = edits.map((edit) => editOf(edit, applied));
  refuseTwice(made);
  return makeEdits(room, applied, made, asked);
});

/** Two edits of one record would be one after the other, and nobody could say which was meant to hold. */
const refuseTwice = (edits: readonly Edit[]): void => {
  const seen = new Set<string>();
  for (const edit of edits) {
    const id = idText(edit);
    if (seen.has(id)) {
      const field = `${edit.kind} ${edit.key}`;
      throw new Fault('input-refused', { field, found: 'edited twice', expected: 'one edit of each record' });
    }
    seen.add(id);
  }
};

export const answerUndoChange = serve(undoChange, async ({ changeSet, ...asked }, room) => {
  const applied = await broughtUp(room, asked.dryRun);
  const store = await room.store();
  const since = (await store.history({ since: changeSet })).filter(isOfModel);
  const own = since.filter((change) => change.changeSet === changeSet);
  if (own.length === 0) throw new Fault('change-unknown', { changeSet });
  refuseCovered(changeSet, own, since);
  const edits = own.map((change): Edit => {
    const { kind, design, key } = change;
    return { kind, design, key, body: bodyBefore(change, applied) };
  });
  return makeEdits(room, applied, edits, asked);
});

/** What was changed again since is not taken back under the later change. */
const refuseCovered = (changeSet: number, own: readonly Change[], since: readonly Change[]): void => {
  const ids = new Set(own.map(idText));
  const later = since.find((change) => change.changeSet > changeSet && ids.has(idText(change)));
  if (!later) return;
  const { kind, key, actor, at } = later;
  throw new Fault('change-covered', { changeSet, record: `${kind} ${key}`, by: actor, at });
};

/** What a record said before its last change; null where it was not there. */
const bodyBefore = (change: Change, { standing }: Applied): Body | null => {
  if (change.what === 'opened') return null;
  const stands = standing.find((record) => idText(record) === idText(change))?.body ?? {};
  const gone = change.fields.filter((field) => !('from' in field)).map(({ field }) => field);
  const left = Object.entries(stands).filter(([field]) => !gone.includes(field));
  const back = change.fields.flatMap((field) => ('from' in field ? [[field.field, field.from] as const] : []));
  return Object.fromEntries([...left, ...back]);
};

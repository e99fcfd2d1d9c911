import { closeRecord, recordHistory, setRecord, showRecord } from '#api/records.ts';
import { idText } from '#store/record.ts';
import { broughtUp } from './applying.ts';
import { momentOf } from './days.ts';
import { serve } from './define.ts';
import { noticesOf } from './notices.ts';
import { type Edit, editOf, makeEdits } from './record-edits.ts';
import { idOf, isOfModel, kindCalled, unknownRecord } from './record-id.ts';
import type { Room } from './room.ts';

export const answerSetRecord = serve(setRecord, async ({ dryRun, reason, ...asked }, room) => {
  const applied = await broughtUp(room, dryRun);
  const edit = editOf({ ...asked, close: false }, applied);
  return editedOne(room, edit, await makeEdits(room, applied, [edit], { dryRun, reason }));
});

export const answerCloseRecord = serve(closeRecord, async ({ dryRun, reason, ...asked }, room) => {
  const applied = await broughtUp(room, dryRun);
  const edit = editOf({ ...asked, fields: {}, isNew: false, close: true }, applied);
  return editedOne(room, edit, await makeEdits(room, applied, [edit], { dryRun, reason }));
});

/** What edits did, told of the one record that was edited. */
export const editedOne = async (
  room: Room,
  { kind, design, key }: Edit,
  { changes, ...made }: Awaited<ReturnType<typeof makeEdits>>,
) => {
  const store = await room.store();
  const [newest] = await store.history({ kind, design, key, limit: 1 });
  const stands = newest?.what === 'closed' && newest.changeSet !== made.changeSet ? undefined : newest;
  return { ...made, change: changes[0] ?? null, version: stands?.version ?? null };
};

export const answerShowRecord = serve(showRecord, async ({ asOf, ...asked }, room) => {
  const applied = await broughtUp(room);
  const store = await room.store();
  const instant = asOf === undefined ? undefined : momentOf(asOf, room.workspace.configuration.timeZone, 'as-of');
  const all = (await (instant === undefined ? store.current() : store.asOf(instant))).filter(isOfModel);
  const id = idOf(asked, all);
  const record = all.find((each) => idText(each) === idText(id));
  if (!record) throw unknownRecord(id, all);
  const place = instant === undefined ? room.workspace.placeOf(id) : undefined;
  const { version, body } = record;
  return {
    ...id,
    version,
    body: { ...body },
    file: place?.file ?? null,
    line: place?.line ?? null,
    notices: noticesOf(applied),
  };
});

export const answerRecordHistory = serve(recordHistory, async ({ kind, key, design }, room) => {
  const applied = await broughtUp(room);
  const known = kindCalled(kind);
  const store = await room.store();
  const changes = await store.history({ kind: known, key, ...(design === undefined ? {} : { design }) });
  if (changes.length === 0) throw unknownRecord({ kind: known, key }, applied.standing);
  return {
    changes: changes.map(({ changeSet, version, what, actor, actorVerified, at, reason, via, ...change }) => {
      const fields = [...change.fields];
      return { changeSet, version, design: change.design, what, actor, actorVerified, at, reason, via, fields };
    }),
    notices: noticesOf(applied),
  };
});

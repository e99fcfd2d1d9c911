import { closeRecord, recordHistory, setRecord, showRecord } from '#api/records.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { isModelKind, kinds, type ModelKind, type ModelRecord, ofNoDesign, recordKinds } from '#model/records.ts';
import { thawed } from '#model/rules/frozen.ts';
import { idText, type RecordId } from '#store/record.ts';
import { planApply, type RecordChange } from '#workspace/apply.ts';
import { bodyWith } from '#workspace/record-body.ts';
import { standingModels } from '#workspace/standing.ts';
import { type Applied, actorOf, applyFiles } from './applying.ts';
import { momentOf } from './days.ts';
import { serve } from './define.ts';
import { checkExpected } from './expected.ts';
import { noticesOf } from './notices.ts';
import type { Room } from './room.ts';

export const answerSetRecord = serve(setRecord, async ({ fields, isNew, ...asked }, room) => {
  const applied = await broughtUp(room, asked.dryRun);
  const id = idOf(asked, applied.standing);
  const before = applied.standing.find((record) => idText(record) === idText(id));
  if (!before && !isNew) throw unknown(id, applied.standing);
  const body = bodyWith(id.kind, id.key, before?.body ?? { key: id.key }, fields);
  return write(room, applied, { ...id, body }, asked);
});

export const answerCloseRecord = serve(closeRecord, async (asked, room) => {
  const applied = await broughtUp(room, asked.dryRun);
  const id = idOf(asked, applied.standing);
  if (id.kind === 'design') {
    const expected = 'a kind of record: a design ends by its "to", or leaves with its files';
    throw new Fault('input-refused', { field: 'kind', found: 'design', expected });
  }
  if (!applied.standing.some((record) => idText(record) === idText(id))) throw unknown(id, applied.standing);
  return write(room, applied, { ...id, body: null }, asked);
});

export const answerShowRecord = serve(showRecord, async ({ asOf, ...asked }, room) => {
  const applied = await broughtUp(room, false);
  const store = await room.store();
  const instant = asOf === undefined ? undefined : momentOf(asOf, room.workspace.configuration.timeZone, 'as-of');
  const all = await (instant === undefined ? store.current() : store.asOf(instant));
  const id = idOf(asked, all.filter(isOfModel));
  const record = all.find((each) => idText(each) === idText(id));
  if (!record) throw unknown(id, all.filter(isOfModel));
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
  const applied = await broughtUp(room, false);
  const known = kindCalled(kind);
  const store = await room.store();
  const changes = await store.history({ kind: known, key, ...(design === undefined ? {} : { design }) });
  if (changes.length === 0) throw unknown({ kind: known, key }, applied.standing);
  return {
    changes: changes.map(({ changeSet, version, what, actor, actorVerified, at, reason, via, ...change }) => {
      const fields = [...change.fields];
      return { changeSet, version, design: change.design, what, actor, actorVerified, at, reason, via, fields };
    }),
    notices: noticesOf(applied),
  };
});

/** What stands once the files are applied: an edit is made on top of all that is known. */
const broughtUp = (room: Room, dryRun: boolean): Promise<Applied> =>
  applyFiles(room, { dryRun, reason: 'the files changed' });

type Edit = RecordId & { readonly kind: ModelKind; readonly body: ModelRecord['body'] | null };

/** Makes one edit, unless with all that stands it cannot be so or changes what is frozen. */
const write = async (
  room: Room,
  applied: Applied,
  edit: Edit,
  asked: { readonly dryRun: boolean; readonly reason: string; readonly expected?: number | undefined },
) => {
  const { standing } = applied;
  const next = withEdit(standing, edit);
  await checkExpected(room, edit, asked.expected);
  const { problems } = standingModels(next);
  if (problems.length > 0) throw new Fault('records-contradict', { contradictions: problems });
  const [frozen] = thawed(standing, next);
  if (frozen) throw new Fault('input-refused', { ...frozen, field: `${frozen.kind} ${frozen.key}, ${frozen.field}` });
  const actor = actorOf(room);
  const [change = null] = planApply(standing, next).changes.map(copied);
  const store = await room.store();
  const stands = (await store.current()).find((record) => idText(record) === idText(edit));
  const answer = { dryRun: asked.dryRun, change, actor, version: stands?.version ?? null };
  if (asked.dryRun || change === null) return { ...answer, changeSet: null, notices: noticesOf(applied) };
  const { now, via } = room.surroundings;
  const occasion = { actor, at: now().toISOString(), reason: asked.reason, via };
  const { changeSet, changed } = await store.write(occasion, [{ ...edit, expected: stands?.version ?? 0 }]);
  return { ...answer, version: changed[0]?.version ?? null, changeSet, notices: noticesOf(applied) };
};

const withEdit = (standing: readonly ModelRecord[], { body, ...id }: Edit): ModelRecord[] => {
  const others = standing.filter((record) => idText(record) !== idText(id));
  return body === null ? others : [...others, { ...id, body }];
};

type Asked = { readonly kind: string; readonly key: string; readonly design?: string | undefined };

/** Which record is meant, among those that stand. */
const idOf = (
  { kind, key, design }: Asked,
  standing: readonly ModelRecord[],
): RecordId & { readonly kind: ModelKind } => {
  const known = kindCalled(kind);
  if (known === 'design') return { kind: known, key, design: key };
  if (recordKinds[known].of === 'workspace') return { kind: known, key, design: ofNoDesign };
  const holding = standing.filter((record) => record.kind === known && record.key === key);
  const designs = standing.filter((record) => record.kind === 'design').map((record) => record.key);
  const open = holding.length > 0 ? holding.map((record) => record.design) : designs;
  if (open.length === 0) throw unknown({ kind: known, key }, standing);
  const [only] = design === undefined ? open : designs.filter((one) => one === design);
  if (only !== undefined && (design !== undefined || open.length === 1)) return { kind: known, key, design: only };
  const found = design === undefined ? 'left out' : JSON.stringify(design);
  const expected = `one of ${(design === undefined ? open : designs).join(', ')}`;
  throw new Fault('input-refused', { field: 'design', found, expected, closest: closest(design ?? '', designs) });
};

const kindCalled = (kind: string): ModelKind => {
  if (isModelKind(kind)) return kind;
  const expected = 'a kind of record, as in "team" or "decision-right",';
  throw new Fault('input-refused', {
    field: 'kind',
    found: JSON.stringify(kind),
    expected,
    closest: closest(kind, kinds),
  });
};

const unknown = ({ kind, key }: Pick<RecordId, 'kind' | 'key'>, standing: readonly ModelRecord[]): Fault => {
  const keys = standing.filter((record) => record.kind === kind).map((record) => record.key);
  return new Fault('record-unknown', { record: `${kind} ${key}`, closest: closest(key, keys) });
};

const isOfModel = <R extends { readonly kind: string }>(record: R): record is R & { readonly kind: ModelKind } =>
  isModelKind(record.kind);

const copied = (change: RecordChange) => ({ ...change, fields: [...change.fields] });

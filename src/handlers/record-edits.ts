import { Fault } from '#model/fault.ts';
import type { RecordEdit } from '#model/record-edit.ts';
import { type ModelRecord, ofNoDesign } from '#model/records.ts';
import { thawed } from '#model/rules/frozen.ts';
import { type Body, idText } from '#store/record.ts';
import type { Written } from '#store/write.ts';
import { planApply, type RecordChange } from '#workspace/apply.ts';
import { bodyWith } from '#workspace/record-body.ts';
import { standingModels } from '#workspace/standing.ts';
import { type Applied, actorOf } from './applying.ts';
import { checkExpected } from './expected.ts';
import { noticesOf } from './notices.ts';
import { idOf, type ModelId, unknownRecord } from './record-id.ts';
import type { Room } from './room.ts';

/** What a record shall say; null closes it. */
export type Edit = ModelId & { readonly body: Body | null; readonly expected?: number | undefined };

/** An edit as it was asked for, made on top of what stands. */
export const editOf = ({ fields, isNew, close, expected, ...asked }: RecordEdit, { standing }: Applied): Edit => {
  const id = idOf(asked, standing);
  const before = standing.find((record) => idText(record) === idText(id));
  if (!before && (close || !isNew)) throw unknownRecord(id, standing);
  if (!close) return { ...id, expected, body: bodyWith(id.kind, id.key, before?.body ?? { key: id.key }, fields) };
  if (id.kind !== 'design') return { ...id, expected, body: null };
  const meant = 'a kind of record: a design ends by its "to", or leaves with its files';
  throw new Fault('input-refused', { field: 'kind', found: 'design', expected: meant });
};

type Asked = {
  readonly dryRun: boolean;
  readonly reason: string;
  /** What cannot be so with the edits, where somebody has looked already: to look takes the longest. */
  readonly problems?: readonly string[];
};

/**
 * Makes edits as one change set, all of them or none, unless with all that stands they cannot be so or change what is
 * frozen.
 */
export const makeEdits = async (room: Room, applied: Applied, edits: readonly Edit[], asked: Asked) => {
  const { dryRun, reason } = asked;
  const { standing } = applied;
  const next = withEdits(standing, edits);
  for (const edit of edits) await checkExpected(room, edit, edit.expected);
  const { problems } = asked.problems ? { problems: asked.problems } : standingModels(next);
  if (problems.length > 0) throw new Fault('records-contradict', { contradictions: problems });
  const [frozen] = thawed(standing, next);
  if (frozen) throw new Fault('input-refused', { ...frozen, field: `${frozen.kind} ${frozen.key}, ${frozen.field}` });
  const actor = actorOf(room);
  const changes = changesOf(standing, next, edits).map(copied);
  const answer = { dryRun, changes, actor, notices: noticesOf(applied) };
  if (dryRun || changes.length === 0) return { ...answer, changeSet: null };
  const { changeSet } = await write(room, edits, { actor, reason, known: applied.known });
  return { ...answer, changeSet };
};

/** What differs once the edits are made: among the records that they name, unless a design goes and others with it. */
const changesOf = (
  standing: readonly ModelRecord[],
  next: readonly ModelRecord[],
  edits: readonly Edit[],
): readonly RecordChange[] => {
  if (edits.some(({ kind, body }) => kind === 'design' && body === null)) return planApply(standing, next).changes;
  const named = new Set(edits.map(idText));
  const isNamed = (record: ModelRecord): boolean =>
    named.has(idText(record)) || named.has(idText({ ...record, design: ofNoDesign }));
  return planApply(standing.filter(isNamed), next.filter(isNamed)).changes;
};

const write = async (
  room: Room,
  edits: readonly Edit[],
  { actor, reason, known }: { readonly actor: string; readonly reason: string; readonly known: number },
): Promise<Written> => {
  const store = await room.store();
  const versions = new Map((await store.current()).map((record) => [idText(record), record.version]));
  const { now, via } = room.surroundings;
  return store.write(
    { actor, at: now().toISOString(), reason, via },
    edits.map(({ kind, design, key, body }) => {
      const id = { kind, design, key };
      return { ...id, body, expected: versions.get(idText(id)) ?? 0 };
    }),
    [],
    known,
  );
};

export const withEdits = (standing: readonly ModelRecord[], edits: readonly Edit[]): ModelRecord[] => {
  const edited = new Set(edits.map(idText));
  const others = standing.filter((record) => !edited.has(idText(record)));
  const made = edits.flatMap(({ kind, design, key, body }) => (body === null ? [] : [{ kind, design, key, body }]));
  return [...others, ...made];
};

/** A change with lists of its own, as an answer holds it. */
export const copied = (change: RecordChange) => ({ ...change, fields: [...change.fields] });

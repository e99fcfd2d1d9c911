import { isModelKind, type ModelRecord, ofNoDesign } from '#model/records.ts';
import { alike } from '#store/canonical.ts';
import { type FieldChange, fieldsBetween } from '#store/fields.ts';
import type { Write } from '#store/plan.ts';
import { type Body, byId, idText, type RecordId, type StoredRecord } from '#store/record.ts';
import type { Stated } from '#store/stated.ts';
import { changedParts } from './changed-parts.ts';
import { fits } from './fits.ts';
import { type Clash, merged, type Taken } from './merged.ts';

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

/** A record that was changed at both doors, and where. */
export type Conflict = RecordId & { readonly clashes: readonly Clash[] };

/** What applying a workspace's files to a store does. Nothing to write means that nothing changes in the store. */
export type ApplyPlan = {
  readonly changes: readonly RecordChange[];
  readonly writes: readonly Write[];
  /** What the files say by now, where it is not what they said before; with the writes it has to be kept. */
  readonly stated: readonly Stated[];
  readonly unchanged: number;
  /** Edits of the store that the files do not say, each from what they say to what stands. */
  readonly kept: readonly RecordChange[];
  readonly conflicts: readonly Conflict[];
  /** All that stands once the plan is carried out: in the order of the files, what only the store has at the end. */
  readonly standing: readonly ModelRecord[];
};

/** What the files said when they were last applied, and whose word holds where both doors changed one thing. */
export type ApplyOptions = { readonly stated?: readonly StoredRecord[]; readonly take?: Taken | undefined };

/**
 * What has to change in a store so that it says what the files say, and no more.
 *
 * What was edited in the store since the files were last applied stays; what was edited at both doors is a conflict, and
 * its record stays as it stands. Without knowledge of what the files said, all that stands is taken for it. Records of kinds
 * that files cannot state are none of theirs and are left alone. What was kept under a design before it came to be
 * of the workspace moves: its old place is closed and its new one opened, told as one change of `design`.
 */
export const planApply = (
  current: readonly CurrentRecord[],
  wanted: readonly StoredRecord[],
  { stated = current, take }: ApplyOptions = {},
): ApplyPlan => {
  const before = new Map(current.filter(({ kind }) => isModelKind(kind)).map((record) => [idText(record), record]));
  const said = new Map(stated.filter(({ kind }) => isModelKind(kind)).map((record) => [idText(record), record]));
  const after = new Map(wanted.map((record) => [idText(record), record]));
  const former = formerPlaces([...before.values()], before, after);
  const moved = new Set([...former.values()].map(idText));
  const ids = [...new Map([...after, ...said, ...before])].filter(([id]) => !moved.has(id));
  const turns = ids.map(([id, { kind, design, key }]) => {
    const old = former.get(id);
    const place = { kind, design, key };
    const base = said.get(old ? idText(old) : id)?.body ?? null;
    return turnOf(place, { base, old: old ?? before.get(id), files: after.get(id)?.body ?? null }, take);
  });
  const kept = withDesigns(turns);
  const inOrder = kept.toSorted((a, b) => byId(a.place, b.place));
  return {
    changes: inOrder.flatMap(({ change }) => change ?? []),
    writes: inOrder.flatMap(({ writes }) => writes),
    stated: inOrder.flatMap((turn) => turn.stated),
    unchanged: inOrder.filter(({ change, body }) => !change && body !== null).length,
    kept: inOrder.flatMap((turn) => turn.kept ?? []),
    conflicts: inOrder.flatMap(({ place, clashes }) => (clashes.length > 0 ? [{ ...place, clashes }] : [])),
    standing: kept.flatMap(({ place: { kind, ...place }, body }) =>
      body !== null && isModelKind(kind) ? [{ kind, ...place, body }] : [],
    ),
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

type Turn = {
  readonly place: RecordId;
  readonly old: CurrentRecord | undefined;
  /** What the record is from now on. */
  readonly body: Body | null;
  readonly change?: RecordChange;
  readonly kept?: RecordChange;
  readonly clashes: readonly Clash[];
  readonly writes: readonly Write[];
  readonly stated: readonly Stated[];
};

type Doors = { readonly base: Body | null; readonly old: CurrentRecord | undefined; readonly files: Body | null };

const turnOf = (place: RecordId, { base, old, files }: Doors, take: Taken | undefined): Turn => {
  const store = old?.body ?? null;
  // Nearly all records, nearly every time.
  const untouched = old?.design === place.design && alike(base, files) && alike(files, store);
  if (untouched) return { place, old, body: store, clashes: [], writes: [], stated: [] };
  const { body, kept, clashes } = merged({ stated: base, store, files }, (mix) => fits(place, mix), take);
  const isOpen = clashes.length > 0 && take === undefined;
  const turn = { place, old, body, clashes, writes: [], stated: [] };
  if (isOpen) return turn;
  const moves = old !== undefined && body !== null && old.design !== place.design;
  const said = [
    ...(moves && base ? [{ ...placeOf(old), body: null }] : []),
    ...restated(place, moves ? null : base, files),
  ];
  const told = { ...turn, stated: said, ...keptChange(place, files, body, kept) };
  const outer = fieldsBetween(store, body);
  const differs = outer.length > 0 || (store === null) !== (body === null);
  if (!differs && !moves) return told;
  const what = store ? (body ? 'changed' : 'removed') : 'added';
  const left: FieldChange[] = moves ? [{ field: 'design', from: old.design }] : [];
  const writes: Write[] = moves
    ? [
        { ...placeOf(old), body: null, ...versionSeen(old) },
        { ...place, body, expected: 0 },
      ]
    : [{ ...place, body, ...versionSeen(old) }];
  return { ...told, writes, change: { ...place, what, fields: [...left, ...partsOf(outer)] } };
};

/** A design stays as long as records of it do that only the store knows: they would belong to nothing. */
const withDesigns = (turns: readonly Turn[]): Turn[] => {
  const needed = new Set(turns.flatMap(({ place, body }) => (place.kind !== 'design' && body ? [place.design] : [])));
  return turns.map((turn) => {
    const { place, old, body } = turn;
    if (place.kind !== 'design' || body !== null || !old || !needed.has(place.design)) return turn;
    const kept = { ...place, what: 'added' as const, fields: partsOf(fieldsBetween(null, old.body)) };
    return { place, old, body: old.body, kept, clashes: [], writes: [], stated: [] };
  });
};

const keptChange = (place: RecordId, files: Body | null, body: Body | null, fields: readonly FieldChange[]) => {
  if (fields.length === 0 && (files === null) === (body === null)) return {};
  const what = files ? (body ? 'changed' : 'removed') : 'added';
  return { kept: { ...place, what, fields: partsOf(fields) } as const };
};

const restated = (place: RecordId, base: Body | null, files: Body | null): Stated[] => {
  if (base === null && files === null) return [];
  const differs = base === null || files === null || fieldsBetween(base, files).length > 0;
  return differs ? [{ ...place, body: files }] : [];
};

const partsOf = (fields: readonly FieldChange[]): FieldChange[] =>
  fields.filter(({ field }) => field !== 'key').flatMap(changedParts);

const placeOf = ({ kind, design, key }: RecordId): RecordId => ({ kind, design, key });

/** The version that a write stands on: 0 for a record that was not there, none where it was not told. */
const versionSeen = (before: CurrentRecord | undefined): { readonly expected?: number } => {
  const expected = before ? before.version : 0;
  return expected === undefined ? {} : { expected };
};

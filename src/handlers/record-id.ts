import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { isModelKind, kinds, type ModelKind, type ModelRecord, ofNoDesign, recordKinds } from '#model/records.ts';
import type { RecordId } from '#store/record.ts';

export type ModelId = RecordId & { readonly kind: ModelKind };

type Asked = { readonly kind: string; readonly key: string; readonly design?: string | undefined };

/** Which record is meant, among those that stand. */
export const idOf = ({ kind, key, design }: Asked, standing: readonly ModelRecord[]): ModelId => {
  const known = kindCalled(kind);
  if (known === 'design') return { kind: known, key, design: key };
  if (recordKinds[known].of === 'workspace') return { kind: known, key, design: ofNoDesign };
  const holding = standing.filter((record) => record.kind === known && record.key === key);
  const designs = standing.filter((record) => record.kind === 'design').map((record) => record.key);
  const open = holding.length > 0 ? holding.map((record) => record.design) : designs;
  if (open.length === 0) throw unknownRecord({ kind: known, key }, standing);
  const [only] = design === undefined ? open : designs.filter((one) => one === design);
  if (only !== undefined && (design !== undefined || open.length === 1)) return { kind: known, key, design: only };
  const found = design === undefined ? 'left out' : JSON.stringify(design);
  const expected = `one of ${(design === undefined ? open : designs).join(', ')}`;
  throw new Fault('input-refused', { field: 'design', found, expected, closest: closest(design ?? '', designs) });
};

export const kindCalled = (kind: string): ModelKind => {
  if (isModelKind(kind)) return kind;
  const expected = 'a kind of record, as in "team" or "decision-right",';
  throw new Fault('input-refused', {
    field: 'kind',
    found: JSON.stringify(kind),
    expected,
    closest: closest(kind, kinds),
  });
};

export const unknownRecord = (
  { kind, key }: Pick<RecordId, 'kind' | 'key'>,
  standing: readonly ModelRecord[],
): Fault => {
  const keys = standing.filter((record) => record.kind === kind).map((record) => record.key);
  return new Fault('record-unknown', { record: `${kind} ${key}`, closest: closest(key, keys) });
};

/** The one of some records of a kind, or of either of some kinds, that goes by a key; a refusal with the nearest key where none does. */
export const recordCalled = <R extends { readonly key: string }>(
  kind: ModelKind | readonly ModelKind[],
  key: string,
  records: readonly R[],
): R => {
  const found = records.find((record) => record.key === key);
  if (found) return found;
  const keys = records.map((record) => record.key);
  const called = [kind].flat().join(' or ');
  throw new Fault('record-unknown', { record: `${called} ${key}`, closest: closest(key, keys) });
};

export const isOfModel = <R extends { readonly kind: string }>(record: R): record is R & { readonly kind: ModelKind } =>
  isModelKind(record.kind);

/** A JSON object. A field that is undefined counts as absent. */
export type Body = Readonly<Record<string, unknown>>;

/** Which record is meant. What belongs to no design has the empty text as its design. */
export type RecordId = { readonly kind: string; readonly design: string; readonly key: string };

/** A word of the operating model, as it is handed to the store: what is in the body is not the store's business. */
export type StoredRecord = RecordId & { readonly body: Body };

/** A record as it stood, with the number of its version: the first is 1, and closing counts as one. */
export type VersionedRecord = StoredRecord & { readonly version: number };

/** Compares by UTF-16 code unit, because two databases order text by two different alphabets. */
export const byId = (a: RecordId, b: RecordId): number =>
  compare(a.design, b.design) || compare(a.kind, b.kind) || compare(a.key, b.key);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** One text for one record, for use as the key of a map. */
export const idText = ({ kind, design, key }: RecordId): string => `${kind}\u0000${design}\u0000${key}`;

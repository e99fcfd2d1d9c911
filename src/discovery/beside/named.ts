/** What people read of a record that others name by its key. */
export const nameIn =
  (records: readonly { readonly key: string; readonly name: string }[]) =>
  (key: string): string =>
    records.find((record) => record.key === key)?.name ?? key;

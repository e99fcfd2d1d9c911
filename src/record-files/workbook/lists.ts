import { valueAt } from '../columns/cell-of.ts';
import type { ListTable } from '../columns/column.ts';
import { put } from '../columns/entry.ts';
import type { Place } from '../define.ts';
import { ofRecord } from './find-sheets.ts';
import type { SheetRow } from './read-rows.ts';

type Body = Readonly<Record<string, unknown>>;

/** The entries of a list as rows state them, and where each of them stands. */
export type Entries = {
  readonly entries: readonly Body[];
  readonly parts: readonly { readonly path: string; readonly place: Place }[];
};

/**
 * The list that rows of one record make up, in their order.
 *
 * Where entries have a list themselves, rows that follow each other and say the same of the outer entry are one entry.
 */
export const entriesOf = (rows: readonly SheetRow[], { path, columns, within }: ListTable): Entries => {
  const at = path.join('.');
  if (!within) {
    return {
      entries: rows.map(({ body }) => withoutRecord(body)),
      parts: rows.map(({ place }, index) => ({ path: `${at}[${index}]`, place })),
    };
  }
  const entries: Record<string, unknown>[] = [];
  const parts: Entries['parts'][number][] = [];
  let last: { readonly said: string; readonly inner: Body[] } | undefined;
  for (const { body, place } of rows) {
    const outer = fieldsAt(
      body,
      columns.map((column) => column.path),
    );
    const inner = fieldsAt(
      body,
      within.columns.map((column) => column.path),
    );
    const said = JSON.stringify(outer);
    if (last?.said !== said) {
      last = { said, inner: [] };
      const entry = { ...outer };
      if (Object.keys(inner).length > 0) put(entry, within.path, last.inner);
      entries.push(entry);
    }
    if (Object.keys(inner).length > 0) last.inner.push(inner);
    const place0 = { path: `${at}[${entries.length - 1}].${within.path.join('.')}[${last.inner.length - 1}]`, place };
    parts.push(place0);
  }
  return { entries, parts };
};

const withoutRecord = (body: Body): Body => {
  const { [ofRecord]: _record, ...entry } = body;
  return entry;
};

const fieldsAt = (body: Body, paths: readonly (readonly string[])[]): Record<string, unknown> => {
  const fields: Record<string, unknown> = {};
  for (const path of paths) {
    const value = valueAt(body, path);
    if (value !== undefined) put(fields, path, value);
  }
  return fields;
};

import type { Row } from '../cells/cell.ts';
import { headsIn, type NamedRow, namedRow } from '../reading/named-table.ts';

/** What is read of a project, each by what its column has been called: the heads change every year. */
const heads = {
  id: /^GMPP ID/iu,
  name: /^Project Name/iu,
  department: /^Department$/iu,
  category: /^Annual Report Category/iu,
  aims: /^(?:Project )?Description/iu,
  ipa: /^IPA Delivery Confidence Assessment/iu,
  sro: /^SRO Delivery Confidence Assessment/iu,
  start: /^(?:Project - )?Start Date/iu,
  end: /^(?:Project - )?End Date/iu,
  yearBaseline: /^Financial Year Baseline/iu,
  yearForecast: /^Financial Year Forecast/iu,
  cost: /Whole Life Costs? \(£m\)/iu,
  benefits: /Benefits \(£m\)/iu,
} as const;

export type Field = keyof typeof heads;
const fields = Object.keys(heads) as readonly Field[];

/** A row whose cells are asked for by field, and what its column is called. */
export type Project = { readonly row: NamedRow; readonly head: (field: Field) => string };

/** The projects of a table, however its columns are called and whichever way it is turned; undefined where it is none. */
export const projectsIn = (rows: readonly Row[]): readonly Project[] | undefined => {
  const upright = fieldsIn(headsIn(rows[0])) >= enough ? rows : turned(rows);
  const columns = headsIn(upright[0]);
  if (fieldsIn(columns) < enough) return undefined;
  const indices = fields.flatMap((field): [string, number][] => {
    const index = columns.findIndex((column) => heads[field].test(column));
    return index < 0 ? [] : [[field, index]];
  });
  const places = new Map(indices);
  const head = (field: Field): string => columns[places.get(field) ?? -1] ?? field;
  return upright.slice(1).map((row) => ({ row: namedRow(row, places), head }));
};

/** So many heads make it a table of this kind. */
const enough = 6;

const fieldsIn = (columns: readonly string[]): number =>
  fields.filter((field) => columns.some((column) => heads[field].test(column))).length;

/** Columns as rows: in some years a project is a column. Its "row" is then the number of that column. */
const turned = (rows: readonly Row[]): Row[] => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) => ({
    row: index + 1,
    cells: rows.map(({ cells }) => cells[index] ?? { is: 'nothing' as const }),
  }));
};

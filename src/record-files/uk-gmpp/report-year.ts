import { Fault } from '#model/fault.ts';

/** The fiscal year that a report is of, from April to March, and the day on which it was taken stock. */
export type ReportYear = {
  readonly label: string;
  readonly period: {
    readonly key: string;
    readonly name: string;
    readonly kind: 'year';
    readonly from: string;
    readonly to: string;
  };
  readonly on: string;
};

/** The year by what is said of it (`2022-23`), or as the name of the file has it (`gmpp_2022_23.csv`). */
export const reportYear = (name: string, said: string | undefined): ReportYear => {
  const [, first = '', last = ''] = /(20\d\d)[-_/ ]?(?:20)?(\d\d)(?!\d)/u.exec(said ?? name) ?? [];
  const start = Number(first);
  if (first === '' || (start + 1) % 100 !== Number(last)) {
    const expected = 'the fiscal year that the file is of, such as {"year": "2022-23"}, where its name does not say it';
    throw new Fault('input-refused', { field: 'mapping.year', found: JSON.stringify(said ?? name), expected });
  }
  const label = `${start}-${last}`;
  const [from, to] = [`${start}-04-01`, `${start + 1}-04-01`];
  return {
    label,
    period: { key: `uk-fy-${label}`, name: `Fiscal year ${label}`, kind: 'year', from, to },
    on: `${start + 1}-03-31`,
  };
};

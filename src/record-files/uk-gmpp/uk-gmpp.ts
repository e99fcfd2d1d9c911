import { z } from 'zod';
import { Fault } from '#model/fault.ts';
import { slugOf } from '#model/key.ts';
import { EffectKind } from '#model/kinds.ts';
import { decoded } from '../cells/decoded.ts';
import { delimitedTable } from '../cells/delimited.ts';
import type { FoundRecord, RecordFormat, RejectedRow } from '../define.ts';
import { mappingOf } from '../reading/mapping-of.ts';
import { Remarks } from '../reading/remarks.ts';
import { counting } from '../reading/tally.ts';
import { projectsIn } from './columns.ts';
import { confidenceTypes, projectRecords, Tallies } from './project-records.ts';
import { type ReportYear, reportYear } from './report-year.ts';

const Mapping = z.strictObject({ year: z.string().optional(), benefitKind: EffectKind.optional() });

/**
 * The yearly report of the Government Major Projects Portfolio of the United Kingdom, as CSV.
 *
 * A project keeps its identifier over the years, so that two reports show what moved: each becomes the plan as it stood on
 * the last day of its fiscal year. What is not dated (the name, the dates and costs of the initiative itself) is as the file
 * that was taken in last has it: the newest report comes last. Money is in millions of pounds; what is exempt from
 * publication is no value, and no nought. A mapping `{year: "2022-23", benefitKind: cost}` says what the file does not.
 */
export const ukGmpp: RecordFormat = {
  id: 'uk-gmpp',
  title: 'UK major projects (GMPP)',
  recognises: (_, head) => /\bGMPP ID\b/u.test(decoded(head).text),
  read: async ({ name, bytes, mapping }) => {
    const said = mappingOf(Mapping, mapping);
    const table = delimitedTable(name, bytes);
    const projects = projectsIn(table.rows);
    if (!projects) {
      const why =
        'neither its first row nor its first column has the heads of a report, such as GMPP ID, Project Name and End Date';
      throw new Fault('records-unreadable', { path: name, why });
    }
    const year = reportYear(name, said.year);
    const report = { year, benefitKind: said.benefitKind ?? 'revenue', tallies: new Tallies(), remarks: new Remarks() };
    const records: FoundRecord[] = leanedOn(year);
    const rejected: RejectedRow[] = [];
    for (const project of projects) {
      const id = project.row.text('id');
      const key = slugOf(id.replaceAll('_', '-'));
      if (key === undefined) rejected.push(unidentified(project.row.row, project.head('id'), id));
      else records.push(...projectRecords(project, key, report));
    }
    return {
      records: records.map(counting),
      rows: { total: projects.length, accepted: projects.length - rejected.length, rejected: rejected.length },
      rejected,
      ties: report.tallies.list,
      remarks: [...table.remarks, ...report.remarks.list, ...assumed(said.benefitKind, records)],
    };
  },
};

const leanedOn = ({ period }: ReportYear): FoundRecord[] => [
  { kind: 'planning-period', body: period, place: {}, stub: true },
  ...confidenceTypes.map((body): FoundRecord => ({ kind: 'decision-type', body, place: {}, stub: true })),
];

const unidentified = (row: number, field: string, found: string): RejectedRow => ({
  place: { row, field },
  found: found === '' ? 'nothing' : JSON.stringify(found),
  expected: 'the identifier of a project, such as DFT_0013_1819-Q3',
});

/** The report does not say what its benefits are. */
const assumed = (said: string | undefined, records: readonly FoundRecord[]) => {
  const count = records.filter(({ kind }) => kind === 'benefit').length;
  const what = 'benefits of which the report does not say the kind: taken as revenue';
  return said !== undefined || count === 0
    ? []
    : [{ what, count, example: '{"benefitKind": "cost"} says another one' }];
};

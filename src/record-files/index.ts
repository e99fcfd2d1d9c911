import { archimate } from './archimate/archimate.ts';
import { backstage } from './backstage/backstage.ts';
import { capabilityCatalogue } from './capability-catalogue/capability-catalogue.ts';
import type { RecordFormat } from './define.ts';
import { focus } from './focus/focus.ts';
import { ledger } from './ledger/ledger.ts';
import { recordCsv } from './record-csv/record-csv.ts';
import { table } from './table/table.ts';
import { ukGmpp } from './uk-gmpp/uk-gmpp.ts';
import { usItDashboard } from './us-it-dashboard/us-it-dashboard.ts';
import { workbook } from './workbook/workbook.ts';

/** The formats that records are read from, in the order in which a file is tried. */
export const recordFormats: readonly RecordFormat[] = [
  workbook,
  archimate,
  backstage,
  capabilityCatalogue,
  recordCsv,
  focus,
  usItDashboard,
  ukGmpp,
  table,
  ledger,
];

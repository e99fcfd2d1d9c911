import { designFiles } from './design-files.ts';
import type { Switches } from './faults.ts';
import { jsonText } from './json.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import { approvalsFile, brokenTicketRows, ticketsFile } from './log-files.ts';
import { readmeText } from './readme.ts';
import { recordFiles } from './record-files.ts';
import { recordsOf } from './records.ts';
import { settingsFiles } from './settings-files.ts';
import { simulate } from './simulate.ts';

/** How many tickets there are unless asked otherwise: some twenty thousand rows. */
export const usualItems = 1500;

export type Example = {
  /** What each file of the workspace holds, by its path within it. */
  readonly files: ReadonlyMap<string, string>;
  readonly ledger: Ledger;
};

/** The whole example. The same seed, faults and number of items give the same bytes. */
export const generate = ({
  seed,
  faults = {},
  items = usualItems,
}: {
  readonly seed: number;
  readonly faults?: Switches;
  readonly items?: number;
}): Example => {
  const world = simulate({ seed, faults, items });
  const tickets = ticketsFile(world.tickets);
  const approvals = approvalsFile(world.cases);
  const rows = {
    tickets: { total: tickets.total, rejected: brokenTicketRows.length },
    approvals: { total: approvals.total, rejected: 0 },
  };
  const records = recordsOf(world);
  const ledger = ledgerOf(world, records, rows);
  return {
    ledger,
    files: new Map([
      ['README.md', readmeText(rows, (fault) => world.has(fault))],
      ...settingsFiles(),
      ...designFiles(),
      ...recordFiles(records),
      ['data/tickets.csv', tickets.text],
      ['data/approvals.csv', approvals.text],
      ['ledger.json', jsonText(ledger)],
    ]),
  };
};

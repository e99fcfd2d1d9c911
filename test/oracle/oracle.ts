import type { DesignModel } from '#model/design-model.ts';
import { type Decision, decisionsOf } from './decisions.ts';
import type { OracleCalendar, OracleInput } from './input.ts';
import { type Item, itemsOf } from './items.ts';
import { type Fates, readRows } from './rows.ts';

/** Everything that follows from the rows, before any figure is read. Visits and hand-offs stand with their items. */
export type OracleFacts = {
  asOf: number;
  calendar: OracleCalendar;
  /** Each holds what is on record beside the logs. */
  designs: DesignModel[];
  fates: Fates;
  items: Item[];
  decisions: Decision[];
};

/** The facts, computed as the specification is worded and with no thought for speed. */
export const oracle = (input: OracleInput): OracleFacts => {
  const { rows, fates, asOf } = readRows(input);
  const setting = { designs: input.designs, timeZone: input.calendar.timeZone, asOf };
  const items = itemsOf(rows, setting);
  const mappings = new Map(input.logs.map((log) => [log.source, log.mapping]));
  const decisions = items.flatMap((item) => {
    const mapping = mappings.get(item.source);
    return mapping ? decisionsOf(item, mapping, setting) : [];
  });
  return { asOf, calendar: input.calendar, designs: input.designs, fates, items, decisions };
};

import type { Columns } from '#engine/make-table.ts';
import type { Cell } from '#engine/table-writer.ts';
import type { DesignModel } from '#model/design-model.ts';

/** What the workspace has on record, and the instant (ms) at which it is read: nothing later has happened yet. */
export type OnRecord = {
  readonly designs: readonly DesignModel[];
  /** The design in force at that instant; it holds the records of the workspace, as every design does. */
  readonly model: DesignModel;
  readonly timeZone: string;
  readonly asOf: number;
  /** The importance for a goal, 1 to 3, from which on a capability is strategic. */
  readonly strategicCut: number;
  /** The currency in which totals are told. */
  readonly currency: string;
};

/**
 * What records of one kind say, as rows that figures read: small, and made anew from all of them.
 *
 * Columns that figures are cut by hold `none` where a record says nothing.
 */
export type RecordTable = {
  readonly name: string;
  readonly columns: Columns;
  /** Which of the columns are instants (ms) at which something happened. */
  readonly instants: readonly string[];
  readonly rows: (records: OnRecord) => readonly (readonly Cell[])[];
  /** The instants that the rows tell, where they are known without making them. */
  readonly happened?: (records: OnRecord) => readonly number[];
};

/** Stands where a figure is cut by something that a record does not say. */
export const none = '(none)';

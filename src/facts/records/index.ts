import { agendaItems } from './agenda-items.ts';
import type { RecordTable } from './define.ts';
import { demandItems, demands } from './demands.ts';
import { dependencies } from './dependencies.ts';
import { periodInitiatives } from './period-initiatives.ts';
import { planChanges } from './plan-changes.ts';
import { recordedDecisions } from './recorded-decisions.ts';

/** Every table that is made from records. */
export const recordTables: readonly RecordTable[] = [
  agendaItems,
  recordedDecisions,
  dependencies,
  demands,
  demandItems,
  planChanges,
  periodInitiatives,
];

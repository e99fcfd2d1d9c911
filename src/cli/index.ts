import { apply } from './commands/apply.ts';
import { conform } from './commands/conform.ts';
import { designCompare } from './commands/design-compare.ts';
import { diagnose } from './commands/diagnose.ts';
import { discover } from './commands/discover.ts';
import { explain } from './commands/explain.ts';
import { exportOfLog } from './commands/export-log.ts';
import { exportModelFiles } from './commands/export-model.ts';
import { importLogs } from './commands/import.ts';
import { importList } from './commands/import-list.ts';
import { importModelText } from './commands/import-model.ts';
import { importUndo } from './commands/import-undo.ts';
import { init } from './commands/init.ts';
import { metricList } from './commands/metric-list.ts';
import { metricRows } from './commands/metric-rows.ts';
import { metricShow } from './commands/metric-show.ts';
import { profile } from './commands/profile.ts';
import { recordClose } from './commands/record-close.ts';
import { recordChanges } from './commands/record-history.ts';
import { recordList } from './commands/record-list.ts';
import { recordSet } from './commands/record-set.ts';
import { recordShow } from './commands/record-show.ts';
import { recordUndo } from './commands/record-undo.ts';
import { schema } from './commands/schema.ts';
import { serve } from './commands/serve.ts';
import { tour } from './commands/tour.ts';
import type { Command } from './define.ts';

/** Every command, in the order in which a newcomer meets them. A group stands after its own command. */
export const commands: readonly Command[] = [
  init,
  schema,
  importLogs,
  importList,
  importUndo,
  importModelText,
  exportOfLog,
  apply,
  exportModelFiles,
  designCompare,
  recordList,
  recordShow,
  recordSet,
  recordClose,
  recordChanges,
  recordUndo,
  profile,
  metricList,
  metricShow,
  metricRows,
  discover,
  conform,
  diagnose,
  explain,
  tour,
  serve,
];

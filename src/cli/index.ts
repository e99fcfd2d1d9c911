import { apply } from './commands/apply.ts';
import { benefitDue } from './commands/benefit-due.ts';
import { benefitForecast } from './commands/benefit-forecast.ts';
import { benefitList } from './commands/benefit-list.ts';
import { benefitRealise } from './commands/benefit-realise.ts';
import { benefitShow } from './commands/benefit-show.ts';
import { capabilityList } from './commands/capability-list.ts';
import { capabilityShow } from './commands/capability-show.ts';
import { caseList } from './commands/case-list.ts';
import { caseShow } from './commands/case-show.ts';
import { conform } from './commands/conform.ts';
import { designCompare } from './commands/design-compare.ts';
import { diagnose } from './commands/diagnose.ts';
import { discover } from './commands/discover.ts';
import { explain } from './commands/explain.ts';
import { exportOfArchimate } from './commands/export-archimate.ts';
import { exportOfLog } from './commands/export-log.ts';
import { exportModelFiles } from './commands/export-model.ts';
import { exportOfWorkbook } from './commands/export-workbook.ts';
import { flowAgeing } from './commands/flow-ageing.ts';
import { flowCumulative } from './commands/flow-cumulative.ts';
import { flowHandOffs } from './commands/flow-hand-offs.ts';
import { flowMap } from './commands/flow-map.ts';
import { flowTimeUse } from './commands/flow-time.ts';
import { importLogs } from './commands/import.ts';
import { importList } from './commands/import-list.ts';
import { importModelText } from './commands/import-model.ts';
import { importRecordFiles } from './commands/import-records.ts';
import { importUndo } from './commands/import-undo.ts';
import { init } from './commands/init.ts';
import { initiativeShow } from './commands/initiative-show.ts';
import { metricList } from './commands/metric-list.ts';
import { metricRows } from './commands/metric-rows.ts';
import { metricShow } from './commands/metric-show.ts';
import { nameHistory } from './commands/name-history.ts';
import { nameList } from './commands/name-list.ts';
import { nameSet } from './commands/name-set.ts';
import { nameUndo } from './commands/name-undo.ts';
import { outcomeList } from './commands/outcome-list.ts';
import { outcomeShow } from './commands/outcome-show.ts';
import { profile } from './commands/profile.ts';
import { recordClose } from './commands/record-close.ts';
import { recordChanges } from './commands/record-history.ts';
import { recordList } from './commands/record-list.ts';
import { recordSet } from './commands/record-set.ts';
import { recordShow } from './commands/record-show.ts';
import { recordUndo } from './commands/record-undo.ts';
import { schema } from './commands/schema.ts';
import { serve } from './commands/serve.ts';
import { sourceList } from './commands/source-list.ts';
import { sourceRejects } from './commands/source-rejects.ts';
import { tour } from './commands/tour.ts';
import { valueAllocation } from './commands/value-allocation.ts';
import { valueCoverage } from './commands/value-coverage.ts';
import { valueDelay } from './commands/value-delay.ts';
import { valueFinance } from './commands/value-finance.ts';
import { valueGate } from './commands/value-gate.ts';
import { valueTrace } from './commands/value-trace.ts';
import type { Command } from './define.ts';

/** Every command, in the order in which a newcomer meets them. A group stands after its own command. */
export const commands: readonly Command[] = [
  init,
  schema,
  importLogs,
  importList,
  importUndo,
  sourceList,
  sourceRejects,
  nameList,
  nameSet,
  nameHistory,
  nameUndo,
  importModelText,
  importRecordFiles,
  exportOfWorkbook,
  exportOfArchimate,
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
  flowMap,
  flowCumulative,
  flowAgeing,
  flowTimeUse,
  flowHandOffs,
  caseList,
  caseShow,
  valueTrace,
  valueCoverage,
  valueAllocation,
  capabilityList,
  capabilityShow,
  initiativeShow,
  valueFinance,
  valueDelay,
  valueGate,
  outcomeList,
  outcomeShow,
  benefitList,
  benefitShow,
  benefitDue,
  benefitForecast,
  benefitRealise,
  discover,
  conform,
  diagnose,
  explain,
  tour,
  serve,
];

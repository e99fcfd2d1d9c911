import { forecastBenefit, listBenefits, listDue, realiseBenefit, showBenefit } from './benefits.ts';
import { listCases, showCase } from './cases.ts';
import { changeRecords, importModel, undoChange } from './changes.ts';
import { compareDesigns } from './comparison.ts';
import type { Endpoint } from './define.ts';
import { conformToDesign, diagnoseWorkspace, listBrokenCases, listRules, listSigns } from './diagnosis.ts';
import { compareDiscovery, discoverModel } from './discovery.ts';
import { importEvidence, listImports, profileSources, suggestMapping, undoImport } from './evidence.ts';
import { explainSaying } from './explain.ts';
import { exportLog } from './exports.ts';
import { listMetricRows, listMetrics, readMetric, readMetrics } from './figures.ts';
import { listDelays, showFinance, showGate } from './finance.ts';
import { showAgeingWork, showCumulativeFlow, showFlowMap, showHandOffs, showTimeUse } from './flow.ts';
import { cancelJob, listJobs, showJob } from './jobs.ts';
import { traceLineage } from './lineage.ts';
import { applyModel, exportModel, initWorkspace, showSchema } from './model.ts';
import { listNameEdits, listNames, mapNames, undoNameEdit } from './names.ts';
import { listOutcomes, showOutcome } from './outcomes.ts';
import { listCapabilities, showCapability, showInitiative } from './portfolio.ts';
import { exportArchimate, exportWorkbook, importRecords, suggestRecordMapping } from './record-files.ts';
import { listRecordNames } from './record-names.ts';
import { closeRecord, listRecords, recordHistory, setRecord, showRecord } from './records.ts';
import { listRejects, listSources } from './sources.ts';
import {
  draftUpload,
  forgetUpload,
  listUploads,
  previewUpload,
  showUpload,
  takeInUpload,
  takeOutUpload,
  tryUpload,
} from './uploads.ts';
import { showAllocation, showCoverage, showTrace } from './value.ts';
import { showWorkspace } from './workspace.ts';

/** Everything that may be asked, in the order in which a newcomer meets it. */
export const endpoints: readonly Endpoint[] = [
  initWorkspace,
  showSchema,
  showWorkspace,
  applyModel,
  exportModel,
  importModel,
  importRecords,
  suggestRecordMapping,
  exportWorkbook,
  exportArchimate,
  compareDesigns,
  listRecords,
  listRecordNames,
  showRecord,
  setRecord,
  closeRecord,
  recordHistory,
  changeRecords,
  undoChange,
  suggestMapping,
  importEvidence,
  listImports,
  undoImport,
  listSources,
  listRejects,
  listNames,
  mapNames,
  listNameEdits,
  undoNameEdit,
  exportLog,
  profileSources,
  listMetrics,
  readMetric,
  readMetrics,
  listMetricRows,
  showFlowMap,
  showCumulativeFlow,
  showAgeingWork,
  showTimeUse,
  showHandOffs,
  listCases,
  showCase,
  showFinance,
  listDelays,
  showGate,
  listBenefits,
  listDue,
  showBenefit,
  realiseBenefit,
  forecastBenefit,
  listOutcomes,
  showOutcome,
  traceLineage,
  discoverModel,
  compareDiscovery,
  listRules,
  listSigns,
  conformToDesign,
  listBrokenCases,
  diagnoseWorkspace,
  showTrace,
  showCoverage,
  showAllocation,
  listCapabilities,
  showCapability,
  showInitiative,
  explainSaying,
  listUploads,
  showUpload,
  draftUpload,
  previewUpload,
  tryUpload,
  takeInUpload,
  takeOutUpload,
  forgetUpload,
  listJobs,
  showJob,
  cancelJob,
];

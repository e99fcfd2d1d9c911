import { changeRecords, importModel, undoChange } from './changes.ts';
import { compareDesigns } from './comparison.ts';
import type { Endpoint } from './define.ts';
import { conformToDesign, diagnoseWorkspace, listBrokenCases, listRules } from './diagnosis.ts';
import { compareDiscovery, discoverModel } from './discovery.ts';
import { importEvidence, listImports, profileSources, suggestMapping, undoImport } from './evidence.ts';
import { explainSaying } from './explain.ts';
import { exportLog } from './exports.ts';
import { listMetricRows, listMetrics, readMetric } from './figures.ts';
import { cancelJob, listJobs, showJob } from './jobs.ts';
import { applyModel, exportModel, initWorkspace, showSchema } from './model.ts';
import { closeRecord, listRecords, recordHistory, setRecord, showRecord } from './records.ts';
import { forgetUpload, previewUpload, suggestForUpload } from './uploads.ts';
import { showWorkspace } from './workspace.ts';

/** Everything that may be asked, in the order in which a newcomer meets it. */
export const endpoints: readonly Endpoint[] = [
  initWorkspace,
  showSchema,
  showWorkspace,
  applyModel,
  exportModel,
  importModel,
  compareDesigns,
  listRecords,
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
  exportLog,
  profileSources,
  listMetrics,
  readMetric,
  listMetricRows,
  discoverModel,
  compareDiscovery,
  listRules,
  conformToDesign,
  listBrokenCases,
  diagnoseWorkspace,
  explainSaying,
  suggestForUpload,
  previewUpload,
  forgetUpload,
  listJobs,
  showJob,
  cancelJob,
];

import type { Endpoint } from './define.ts';
import { conformToDesign, diagnoseWorkspace, listBrokenCases, listRules } from './diagnosis.ts';
import { discoverModel } from './discovery.ts';
import { importEvidence, listImports, profileSources, suggestMapping, undoImport } from './evidence.ts';
import { explainSaying } from './explain.ts';
import { exportLog } from './exports.ts';
import { listMetricRows, listMetrics, readMetric } from './figures.ts';
import { cancelJob, listJobs, showJob } from './jobs.ts';
import { applyModel, exportModel, initWorkspace, showSchema } from './model.ts';
import { closeRecord, recordHistory, setRecord, showRecord } from './records.ts';
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
import { showWorkspace } from './workspace.ts';

/** Everything that may be asked, in the order in which a newcomer meets it. */
export const endpoints: readonly Endpoint[] = [
  initWorkspace,
  showSchema,
  showWorkspace,
  applyModel,
  exportModel,
  showRecord,
  setRecord,
  closeRecord,
  recordHistory,
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
  listRules,
  conformToDesign,
  listBrokenCases,
  diagnoseWorkspace,
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

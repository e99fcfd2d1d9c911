import type { Handler } from './define.ts';
import { answerConformToDesign, answerDiagnoseWorkspace, answerListBrokenCases, answerListRules } from './diagnosis.ts';
import { answerDiscoverModel } from './discover-model.ts';
import { answerExplainSaying } from './explain.ts';
import { answerExportLog } from './export-log.ts';
import { answerExportModel } from './export-model.ts';
import { answerListMetricRows, answerListMetrics, answerReadMetric } from './figures.ts';
import { answerImportEvidence, answerListImports, answerUndoImport } from './import-evidence.ts';
import { answerApplyModel, answerInitWorkspace, answerShowSchema } from './model.ts';
import { answerProfileSources } from './profile-sources.ts';
import { answerCloseRecord, answerRecordHistory, answerSetRecord, answerShowRecord } from './records.ts';
import { answerShowWorkspace } from './show-workspace.ts';
import { answerSuggestMapping } from './suggest-mapping.ts';
import {
  answerDraftUpload,
  answerForgetUpload,
  answerListUploads,
  answerPreviewUpload,
  answerShowUpload,
  answerTakeInUpload,
  answerTakeOutUpload,
  answerTryUpload,
} from './uploads.ts';

/** How every endpoint is answered. One list of many shapes: each handler checks its own input on the way in. */
export const handlers: readonly Handler[] = [
  answerInitWorkspace,
  answerShowSchema,
  answerShowWorkspace,
  answerApplyModel,
  answerExportModel,
  answerShowRecord,
  answerSetRecord,
  answerCloseRecord,
  answerRecordHistory,
  answerSuggestMapping,
  answerImportEvidence,
  answerListImports,
  answerUndoImport,
  answerExportLog,
  answerProfileSources,
  answerListMetrics,
  answerReadMetric,
  answerListMetricRows,
  answerDiscoverModel,
  answerListRules,
  answerConformToDesign,
  answerListBrokenCases,
  answerDiagnoseWorkspace,
  answerExplainSaying,
  answerListUploads,
  answerShowUpload,
  answerDraftUpload,
  answerPreviewUpload,
  answerTryUpload,
  answerTakeInUpload,
  answerTakeOutUpload,
  answerForgetUpload,
];

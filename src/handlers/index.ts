import { answerListCapabilities, answerShowCapability } from './capabilities.ts';
import { answerListCases, answerShowCase } from './cases.ts';
import { answerChangeRecords, answerUndoChange } from './change-records.ts';
import { answerCompareDesigns } from './compare-designs.ts';
import { answerCompareDiscovery } from './compare-discovery.ts';
import type { Handler } from './define.ts';
import {
  answerConformToDesign,
  answerDiagnoseWorkspace,
  answerListBrokenCases,
  answerListRules,
  answerListSigns,
} from './diagnosis.ts';
import { answerDiscoverModel } from './discover-model.ts';
import { answerForecastBenefit, answerRealiseBenefit } from './edit-benefit.ts';
import { answerExplainSaying } from './explain.ts';
import { answerExportArchimate } from './export-archimate.ts';
import { answerExportLog } from './export-log.ts';
import { answerExportModel } from './export-model.ts';
import { answerExportWorkbook } from './export-workbook.ts';
import { answerListMetricRows, answerListMetrics, answerReadMetric, answerReadMetrics } from './figures.ts';
import {
  answerShowAgeingWork,
  answerShowCumulativeFlow,
  answerShowFlowMap,
  answerShowHandOffs,
  answerShowTimeUse,
} from './flow.ts';
import { answerImportEvidence, answerListImports, answerUndoImport } from './import-evidence.ts';
import { answerImportModel } from './import-model.ts';
import { answerImportRecords } from './import-records.ts';
import { answerShowInitiative } from './initiatives.ts';
import { answerTraceLineage } from './lineage.ts';
import { answerListBenefits, answerListDue } from './list-benefits.ts';
import { answerListDelays } from './list-delays.ts';
import { answerListNames } from './list-names.ts';
import { answerListRecordNames } from './list-record-names.ts';
import { answerListRecords } from './list-records.ts';
import { answerListRejects } from './list-rejects.ts';
import { answerListSources } from './list-sources.ts';
import { answerMapNames, answerUndoNameEdit } from './map-names.ts';
import { answerApplyModel, answerInitWorkspace, answerShowSchema } from './model.ts';
import { answerListNameEdits } from './name-edits.ts';
import { answerListOutcomes, answerShowOutcome } from './outcomes.ts';
import { answerProfileSources } from './profile-sources.ts';
import { answerCloseRecord, answerRecordHistory, answerSetRecord, answerShowRecord } from './records.ts';
import { answerShowBenefit } from './show-benefit.ts';
import { answerShowFinance } from './show-finance.ts';
import { answerShowGate } from './show-gate.ts';
import { answerShowWorkspace } from './show-workspace.ts';
import { answerSuggestMapping } from './suggest-mapping.ts';
import { answerSuggestRecordMapping } from './suggest-record-mapping.ts';
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
import { answerShowAllocation, answerShowCoverage, answerShowTrace } from './value.ts';

/** How every endpoint is answered. One list of many shapes: each handler checks its own input on the way in. */
export const handlers: readonly Handler[] = [
  answerInitWorkspace,
  answerShowSchema,
  answerShowWorkspace,
  answerApplyModel,
  answerExportModel,
  answerImportModel,
  answerImportRecords,
  answerSuggestRecordMapping,
  answerExportWorkbook,
  answerExportArchimate,
  answerCompareDesigns,
  answerListRecords,
  answerListRecordNames,
  answerShowRecord,
  answerSetRecord,
  answerCloseRecord,
  answerRecordHistory,
  answerChangeRecords,
  answerUndoChange,
  answerSuggestMapping,
  answerImportEvidence,
  answerListImports,
  answerUndoImport,
  answerListSources,
  answerListRejects,
  answerListNames,
  answerMapNames,
  answerListNameEdits,
  answerUndoNameEdit,
  answerExportLog,
  answerProfileSources,
  answerListMetrics,
  answerReadMetric,
  answerReadMetrics,
  answerListMetricRows,
  answerShowFlowMap,
  answerShowCumulativeFlow,
  answerShowAgeingWork,
  answerShowTimeUse,
  answerShowHandOffs,
  answerListCases,
  answerShowCase,
  answerShowFinance,
  answerListDelays,
  answerShowGate,
  answerListBenefits,
  answerListDue,
  answerShowBenefit,
  answerRealiseBenefit,
  answerForecastBenefit,
  answerListOutcomes,
  answerShowOutcome,
  answerTraceLineage,
  answerDiscoverModel,
  answerCompareDiscovery,
  answerListRules,
  answerListSigns,
  answerConformToDesign,
  answerListBrokenCases,
  answerDiagnoseWorkspace,
  answerShowTrace,
  answerShowCoverage,
  answerShowAllocation,
  answerListCapabilities,
  answerShowCapability,
  answerShowInitiative,
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

import type { Handler } from './define.ts';
import { answerListMetricRows, answerListMetrics, answerReadMetric } from './figures.ts';
import { answerImportEvidence, answerListImports, answerUndoImport } from './import-evidence.ts';
import { answerApplyModel, answerInitWorkspace, answerShowSchema } from './model.ts';
import { answerProfileSources } from './profile-sources.ts';

/** How every endpoint is answered. */
export const handlers: readonly Handler[] = [
  answerInitWorkspace,
  answerShowSchema,
  answerApplyModel,
  answerImportEvidence,
  answerListImports,
  answerUndoImport,
  answerProfileSources,
  answerListMetrics,
  answerReadMetric,
  answerListMetricRows,
] as unknown as readonly Handler[];

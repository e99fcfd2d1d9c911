import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { listBenefits, showBenefit } from '#api/benefits.ts';
import { type CasesOf, listCases, showCase } from '#api/cases.ts';
import { compareDesigns } from '#api/comparison.ts';
import type { Endpoint } from '#api/define.ts';
import { conformToDesign, diagnoseWorkspace, listRules, listSigns } from '#api/diagnosis.ts';
import { compareDiscovery } from '#api/discovery.ts';
import { listImports, profileSources } from '#api/evidence.ts';
import { explainSaying } from '#api/explain.ts';
import { listMetrics, readMetric, readMetrics } from '#api/figures.ts';
import { listDelays, showFinance, showGate } from '#api/finance.ts';
import { showAgeingWork, showCumulativeFlow, showFlowMap, showHandOffs, showTimeUse } from '#api/flow.ts';
import { traceLineage } from '#api/lineage.ts';
import { applyModel, exportModel } from '#api/model.ts';
import { listNameEdits, listNames } from '#api/names.ts';
import { listOutcomes, showOutcome } from '#api/outcomes.ts';
import { listCapabilities, showCapability, showInitiative } from '#api/portfolio.ts';
import { listRecordNames } from '#api/record-names.ts';
import { listRecords, recordHistory, showRecord } from '#api/records.ts';
import { listRejects, listSources } from '#api/sources.ts';
import { listUploads, showUpload } from '#api/uploads.ts';
import { showAllocation, showCoverage, showTrace } from '#api/value.ts';
import { showWorkspace } from '#api/workspace.ts';
import type { Window } from '#model/window.ts';
import { ask } from './ask.ts';
import type { Opened } from './opened.ts';

const asking = <Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  input: z.input<Input>,
) => queryOptions({ queryKey: [endpoint.id, input], queryFn: ({ signal }) => ask(endpoint, input, signal) });

type At = { readonly window: Window | undefined; readonly asOf: string | undefined };

export const theWorkspace = (asOf: string | undefined) => asking(showWorkspace, { asOf });
export const theRules = asking(listRules, {});
export const theSigns = asking(listSigns, {});

/** How often it is looked whether files changed, in ms; asking takes nothing in. */
const look = 30_000;

export const theSources = {
  ...asking(listSources, {}),
  refetchInterval: look,
  refetchOnWindowFocus: 'always' as const,
};

export const theImports = asking(listImports, {});
export const theNames = asking(listNames, {});
export const theNameEdits = asking(listNameEdits, {});
export const theLineage = (asOf: string | undefined) => asking(traceLineage, { asOf });
export const theProfile = (source: string, asOf: string | undefined) => asking(profileSources, { source, asOf });
export const theRejects = (input: z.input<(typeof listRejects)['input']>) => asking(listRejects, input);
export const theMetrics = asking(listMetrics, {});
export const theUploads = asking(listUploads, {});
export const theUpload = (upload: string) => asking(showUpload, { upload });
export const theDiagnosis = ({ window, asOf }: At) => asking(diagnoseWorkspace, { ...window, asOf });
export const theConformance = ({ window, asOf }: At) => asking(conformToDesign, { ...window, asOf });
export const theReadings = (metric: string, where: Opened['where'], { window, asOf }: At) =>
  asking(readMetric, { metric, where, ...window, asOf });

export const theReadingsOf = (metrics: readonly string[], where: Opened['where'], { window, asOf }: At) =>
  asking(readMetrics, { metrics: [...metrics], where, ...window, asOf });

export const theReadingsByPeriod = (
  metric: string,
  period: z.input<typeof readMetric.input>['period'],
  where: Opened['where'],
  { window, asOf }: At,
) => asking(readMetric, { metric, by: 'period', period, where, ...window, asOf });

/** What pictures of flow are asked for. */
export type Looked = At & { readonly where: z.input<typeof showFlowMap.input>['where'] };

const asked = ({ window, ...rest }: Looked) => ({ ...rest, ...window });

export const theFlowMap = (looked: Looked) => asking(showFlowMap, asked(looked));
export const theCumulativeFlow = (source: string | undefined, looked: Looked) =>
  asking(showCumulativeFlow, { ...asked(looked), source });
export const theAgeingWork = (source: string | undefined, looked: Looked) =>
  asking(showAgeingWork, { ...asked(looked), source });
export const theHandOffs = (looked: Looked) => asking(showHandOffs, asked(looked));
export const theTimeUse = (by: 'stage' | 'team', looked: Looked) => asking(showTimeUse, { ...asked(looked), by });

/** Which money is looked at: what went out, or what may go out. */
export type Basis = 'spend' | 'budget';

/** Where money is told; `together` in the currency of totals, along which links it is followed. */
type MoneyAt = At & { readonly together?: boolean; readonly evidence?: 'claimed' | 'evidenced' };

const inWindow = ({ window, asOf, together }: MoneyAt) => ({ ...window, asOf, ...(together && { together }) });

/** What is traced: money forward, effects back. */
export type Traced = Basis | 'realised' | 'planned';

export const theTrace = (of: Traced, at: MoneyAt) => asking(showTrace, { ...inWindow(at), evidence: at.evidence, of });

/** What comes to one record and goes on from it, link by link. */
export const theTraceThrough = (of: Traced, through: z.input<typeof showTrace.input>['through'], at: MoneyAt) =>
  asking(showTrace, { ...inWindow(at), evidence: at.evidence, of, through, limit: 100_000 });

/** The same with as many links as are drawn, and each record by itself. */
export const theRecordsThrough = (of: Traced, through: z.input<typeof showTrace.input>['through'], at: MoneyAt) =>
  asking(showTrace, { ...inWindow(at), evidence: at.evidence, of, through, records: true });

export const theCoverage = (basis: Basis, at: MoneyAt) => asking(showCoverage, { ...inWindow(at), basis });
export const theAllocation = (basis: Basis, at: MoneyAt) => asking(showAllocation, { ...inWindow(at), basis });
export const theCapabilities = (at: MoneyAt) => asking(listCapabilities, inWindow(at));
export const theCapability = (capability: string, at: MoneyAt) =>
  asking(showCapability, { ...inWindow(at), capability });
export const theInitiative = (initiative: string, at: MoneyAt) =>
  asking(showInitiative, { ...inWindow(at), initiative });
export const theFinance = (kind: 'initiative' | 'investment', key: string, asOf: string | undefined) =>
  asking(showFinance, { kind, key, asOf });
export const theGate = (asOf: string | undefined) => asking(showGate, { asOf });
export const theDelays = (asOf: string | undefined) => asking(listDelays, { asOf });

export const theOutcomes = (asOf: string | undefined) => asking(listOutcomes, { asOf });
export const theOutcome = (key: string, asOf: string | undefined) => asking(showOutcome, { key, asOf });

export const theBenefits = (asOf: string | undefined) => asking(listBenefits, { asOf });
/** As many links as the page of a benefit shows at a time. */
export const linksPerPage = 25;

export const theBenefit = (key: string, asOf: string | undefined) =>
  asking(showBenefit, { key, asOf, limit: linksPerPage });

/** Further links that lead to a benefit; all of them from the first on where no page is named. */
export const theLinksTo = (key: string, asOf: string | undefined, offset?: number) =>
  asking(showBenefit, { key, asOf, ...(offset === undefined ? { limit: 100_000 } : { limit: linksPerPage, offset }) });

/** What one metric says of each capability. */
export const theReadingsByCapability = (metric: string, { window, asOf }: At) =>
  asking(readMetric, { metric, by: 'capability', ...window, asOf });

/** As many rows as come at a time, where more than the first are wanted. */
export const mostRows = 1000;

/** As many as are looked at before anybody turns pages: more would keep the number waiting. */
const firstRows = 100;

export const theExplanation = ({ id, where }: Opened, { window, asOf }: At) =>
  asking(explainSaying, { id, where, ...window, asOf, limit: firstRows, offset: 0 });

/** Further rows of an explanation. */
export const theRowsOf = ({ id, where }: Opened, { window, asOf }: At, offset: number) =>
  asking(explainSaying, { id, where, ...window, asOf, limit: mostRows, offset });

export const theCases = (of: CasesOf, looked: Looked, offset: number) =>
  asking(listCases, { ...asked(looked), of, limit: mostRows, offset });
export const theCase = (source: string, item: string, { window, asOf }: At) =>
  asking(showCase, { source, item, ...window, asOf });

export const theRecords = (asked: z.input<(typeof listRecords)['input']>) => asking(listRecords, asked);
export const theRecordNames = asking(listRecordNames, {});
export const theRecord = (asked: z.input<(typeof showRecord)['input']>) => asking(showRecord, asked);
export const theHistory = (asked: z.input<(typeof recordHistory)['input']>) => asking(recordHistory, asked);
export const theBeside = (asOf: string | undefined) => asking(compareDiscovery, { asOf });
export const theComparison = (asked: z.input<(typeof compareDesigns)['input']>) => asking(compareDesigns, asked);

/** What store and files would do to one another; nothing is done by asking. */
export const theFiles = asking(applyModel, { dryRun: true });
export const theExport = asking(exportModel, { dryRun: true });

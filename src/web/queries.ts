import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { conformToDesign, diagnoseWorkspace, listRules, listSigns } from '#api/diagnosis.ts';
import { listImports, profileSources } from '#api/evidence.ts';
import { explainSaying } from '#api/explain.ts';
import { listMetrics, readMetric } from '#api/figures.ts';
import { traceLineage } from '#api/lineage.ts';
import { listNames } from '#api/names.ts';
import { listRejects, listSources } from '#api/sources.ts';
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
export const theLineage = (asOf: string | undefined) => asking(traceLineage, { asOf });
export const theProfile = (source: string, asOf: string | undefined) => asking(profileSources, { source, asOf });
export const theRejects = (input: z.input<(typeof listRejects)['input']>) => asking(listRejects, input);
export const theMetrics = asking(listMetrics, {});
export const theDiagnosis = ({ window, asOf }: At) => asking(diagnoseWorkspace, { ...window, asOf });
export const theConformance = ({ window, asOf }: At) => asking(conformToDesign, { ...window, asOf });
export const theReadings = (metric: string, where: Opened['where'], { window, asOf }: At) =>
  asking(readMetric, { metric, where, ...window, asOf });

/** As many rows as a table can sort by itself; of more there are pages. */
export const mostRows = 1000;

export const theExplanation = ({ id, where }: Opened, { window, asOf }: At, offset: number) =>
  asking(explainSaying, { id, where, ...window, asOf, limit: mostRows, offset });

import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { conformToDesign, diagnoseWorkspace, listRules } from '#api/diagnosis.ts';
import { explainSaying } from '#api/explain.ts';
import { listMetrics, readMetric } from '#api/figures.ts';
import { listUploads, showUpload } from '#api/uploads.ts';
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
export const theMetrics = asking(listMetrics, {});
export const theUploads = asking(listUploads, {});
export const theUpload = (upload: string) => asking(showUpload, { upload });
export const theDiagnosis = ({ window, asOf }: At) => asking(diagnoseWorkspace, { ...window, asOf });
export const theConformance = ({ window, asOf }: At) => asking(conformToDesign, { ...window, asOf });
export const theReadings = (metric: string, where: Opened['where'], { window, asOf }: At) =>
  asking(readMetric, { metric, where, ...window, asOf });

/** As many rows as a table can sort by itself; of more there are pages. */
export const mostRows = 1000;

export const theExplanation = ({ id, where }: Opened, { window, asOf }: At, offset: number) =>
  asking(explainSaying, { id, where, ...window, asOf, limit: mostRows, offset });

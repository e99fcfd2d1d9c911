import { z } from 'zod';
import { Reading, Scope } from '#model/reading.ts';
import { Window } from '#model/window.ts';
import { endpoint } from './define.ts';
import { notices } from './model.ts';

/** A day (the workspace's midnight) or an instant. */
export const Moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/u, 'a day such as 2025-03-01, or an instant in UTC');

export const MetricCard = z.object({
  id: z.string(),
  code: z.string(),
  version: z.int(),
  /** What each later version counts otherwise than the one before it, the second version first. */
  changes: z.array(z.string()),
  title: z.string(),
  question: z.string(),
  unit: z.string(),
  better: z.enum(['lower', 'higher', 'neither']),
  signal: z.int(),
  formula: z.string(),
  edges: z.string(),
  others: z.string().optional(),
  caveat: z.string().optional(),
  scopes: z.array(Scope),
  /** Cuts, of this metric or another, that belong beside the value. */
  beside: z.array(z.object({ metric: z.string(), by: Scope })),
  /** The unit of each companion, by its name. */
  companions: z.record(z.string(), z.string()),
});
export type MetricCard = z.infer<typeof MetricCard>;

export const listMetrics = endpoint({
  id: 'list-metrics',
  stands: true,
  method: 'get',
  path: '/api/v1/metrics',
  summary: 'Every metric with its definition',
  input: z.strictObject({}),
  answer: z.object({ metrics: z.array(MetricCard) }),
});

/** The rows up to this instant, held against the model as the store held it then; the last row of all when left out. */
export const asOf = Moment.optional();

const asked = {
  metric: z.string(),
  asOf,
  from: Moment.optional(),
  until: Moment.optional(),
  by: Scope.optional(),
  /** What `by: 'period'` cuts into, the month when left out; beside another scope, each of its subjects in each period. */
  period: z.enum(['week', 'month', 'quarter', 'half', 'year']).optional(),
  where: z.strictObject({ scope: Scope.exclude(['period']), key: z.string() }).optional(),
};

export const readMetric = endpoint({
  id: 'read-metric',
  stands: true,
  method: 'get',
  path: '/api/v1/metrics/:metric/readings',
  summary: 'What one metric says, for the whole or cut by one scope, with another as filter',
  input: z.strictObject(asked),
  answer: z.object({
    metric: MetricCard,
    timeZone: z.string(),
    window: Window,
    /** The instant at which the figures were read. */
    asOf: z.iso.datetime(),
    /** The share of all rows of the evidence that were rejected: no coverage knows of them. */
    rejected: z.number().min(0).max(1),
    readings: z.array(Reading),
    notices,
  }),
});

export const readMetrics = endpoint({
  id: 'read-metrics',
  stands: true,
  method: 'get',
  path: '/api/v1/readings',
  summary: 'What several metrics say, each of the whole or through one filter, at once',
  input: z.strictObject({
    metrics: z.array(z.string()).min(1).max(100),
    asOf,
    from: asked.from,
    until: asked.until,
    where: asked.where,
  }),
  answer: z.object({
    timeZone: z.string(),
    window: Window,
    asOf: z.iso.datetime(),
    readings: z.array(Reading),
    notices,
  }),
});

export const listMetricRows = endpoint({
  id: 'list-metric-rows',
  pages: ({ rows, total }) => ({ rows: rows.length, total }),
  stands: true,
  method: 'get',
  path: '/api/v1/metrics/:metric/rows',
  summary: 'The rows a figure stands on; recomputing from them gives the value',
  input: z.strictObject({
    ...asked,
    limit: z.int().min(1).max(1_000_000).default(50),
    offset: z.int().min(0).default(0),
  }),
  answer: z.object({
    metric: MetricCard,
    timeZone: z.string(),
    window: Window,
    asOf: z.iso.datetime(),
    total: z.int(),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    notices,
  }),
});

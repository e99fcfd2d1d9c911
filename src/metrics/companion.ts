import { type Metric, unitOf } from './define.ts';
import { metrics } from './index.ts';

/**
 * A companion of a metric as a figure by itself, with an interval, an n and a coverage of its own: `flow.wip-age/olderThanP85`.
 *
 * Beside its metric a companion has none of these, since there may be many and nobody decides by them; who does needs them.
 */
export const companionOf = (metric: Metric, name: string): Metric | undefined => {
  const summary = metric.also?.[name];
  if (!summary) return undefined;
  return { ...metric, id: `${metric.id}/${name}`, unit: unitOf(metric, summary), summary, also: {} };
};

/** The metric of an id, or its companion where the id names one after a stroke. */
export const figureCalled = (id: string): Metric | undefined => {
  const [name = '', companion] = id.split('/');
  const metric = metrics.find((known) => known.id === name);
  return metric && companion !== undefined ? companionOf(metric, companion) : metric;
};

import { latency } from './decision/latency.ts';
import type { Metric } from './define.ts';
import { flowEfficiency } from './flow/flow-efficiency.ts';
import { flowTime } from './flow/flow-time.ts';

/** Every metric, in the order in which people look at them. */
export const metrics: readonly Metric[] = [flowTime, flowEfficiency, latency];

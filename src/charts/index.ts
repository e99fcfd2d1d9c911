import { cumulativeFlow } from './cumulative-flow.ts';
import { dimensionStrip } from './dimension-strip.ts';
import { flowTimePercentiles } from './flow-time-percentiles.ts';
import { sparkline } from './sparkline.ts';

/** Every chart there is. */
export const charts = [cumulativeFlow, dimensionStrip, flowTimePercentiles, sparkline] as const;

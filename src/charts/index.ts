import { dimensionStrip } from './dimension-strip.ts';
import { sparkline } from './sparkline.ts';

/** Every chart there is. */
export const charts = [dimensionStrip, sparkline] as const;

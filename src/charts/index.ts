import { ageingWork } from './ageing-work.ts';
import { caseSwimlane } from './case-swimlane.ts';
import { cumulativeFlow } from './cumulative-flow.ts';
import { dimensionStrip } from './dimension-strip.ts';
import { flowMap } from './flow-map.ts';
import { flowTimePercentiles } from './flow-time-percentiles.ts';
import { gapRow } from './gap-row.ts';
import { handOffMatrix } from './hand-off-matrix.ts';
import { sparkline } from './sparkline.ts';
import { waitingAndWork } from './waiting-and-work.ts';

/** Every chart there is. */
export const charts = [
  ageingWork,
  caseSwimlane,
  cumulativeFlow,
  dimensionStrip,
  flowMap,
  flowTimePercentiles,
  gapRow,
  handOffMatrix,
  sparkline,
  waitingAndWork,
] as const;

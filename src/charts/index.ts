import { ageingWork } from './ageing-work.ts';
import { allocationHistory } from './allocation-history.ts';
import { benefitCurve } from './benefit-curve.ts';
import { capabilityMap } from './capability-map.ts';
import { caseSwimlane } from './case-swimlane.ts';
import { cumulativeFlow } from './cumulative-flow.ts';
import { dimensionStrip } from './dimension-strip.ts';
import { flowMap } from './flow-map.ts';
import { flowTimePercentiles } from './flow-time-percentiles.ts';
import { gapRow } from './gap-row.ts';
import { handOffMatrix } from './hand-off-matrix.ts';
import { importanceAndMaturity } from './importance-and-maturity.ts';
import { outcomeSeries } from './outcome-series.ts';
import { planToNow } from './plan-to-now.ts';
import { sparkline } from './sparkline.ts';
import { spendByCapability } from './spend-by-capability.ts';
import { spendTail } from './spend-tail.ts';
import { valueTrace } from './value-trace.ts';
import { waitingAndWork } from './waiting-and-work.ts';

/** Every chart there is. */
export const charts = [
  ageingWork,
  allocationHistory,
  benefitCurve,
  capabilityMap,
  caseSwimlane,
  cumulativeFlow,
  dimensionStrip,
  flowMap,
  flowTimePercentiles,
  gapRow,
  handOffMatrix,
  importanceAndMaturity,
  outcomeSeries,
  planToNow,
  sparkline,
  spendByCapability,
  spendTail,
  valueTrace,
  waitingAndWork,
] as const;

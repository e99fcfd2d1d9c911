import { activityBasedMeasurement } from './activity-based-measurement.ts';
import { decisionBottlenecks } from './decision-bottlenecks.ts';
import type { SignDefinition } from './define.ts';
import { flowBreakdown } from './flow-breakdown.ts';
import { fragmentedOwnership } from './fragmented-ownership.ts';
import { governanceAsFriction } from './governance-as-friction.ts';
import { misalignedCapabilities } from './misaligned-capabilities.ts';
import { strategyApart } from './strategy-apart.ts';

/** The signs that can be read, in the order of their numbers among the eight. */
export const signs: readonly SignDefinition[] = [
  strategyApart,
  fragmentedOwnership,
  decisionBottlenecks,
  flowBreakdown,
  misalignedCapabilities,
  activityBasedMeasurement,
  governanceAsFriction,
];

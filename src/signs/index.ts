import { decisionBottlenecks } from './decision-bottlenecks.ts';
import type { SignDefinition } from './define.ts';
import { flowBreakdown } from './flow-breakdown.ts';
import { fragmentedOwnership } from './fragmented-ownership.ts';
import { governanceAsFriction } from './governance-as-friction.ts';
import { strategyApart } from './strategy-apart.ts';

/** The signs that can be read, in the order of their numbers among the eight. */
export const signs: readonly SignDefinition[] = [
  strategyApart,
  fragmentedOwnership,
  decisionBottlenecks,
  flowBreakdown,
  governanceAsFriction,
];

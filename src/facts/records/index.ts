import { agendaItems } from './agenda-items.ts';
import { benefitCells } from './benefit-cells.ts';
import { benefitForecasts } from './benefit-forecasts.ts';
import { capabilityAims } from './capability-aims.ts';
import { capabilityOutcomes } from './capability-outcomes.ts';
import { capabilityRatings } from './capability-ratings.ts';
import { capabilityWeights } from './capability-weights.ts';
import { chainStandings } from './chain-standings.ts';
import type { RecordTable } from './define.ts';
import { demandItems, demands } from './demands.ts';
import { dependencies } from './dependencies.ts';
import { duplicatedWork } from './duplicated-work.ts';
import { fundedParts } from './funded-parts.ts';
import { investmentCapabilities, investmentValues } from './investment-values.ts';
import { outcomeValues } from './outcome-values.ts';
import { periodInitiatives } from './period-initiatives.ts';
import { planChanges } from './plan-changes.ts';
import { planningPairs } from './planning-pairs.ts';
import { policyExceptions } from './policy-exceptions.ts';
import { priorityEntries } from './priority-entries.ts';
import { recordedDecisions } from './recorded-decisions.ts';
import { skillCapabilities, skillSpend, skills } from './skills.ts';
import { weightChanges } from './weight-changes.ts';

/** Every table that is made from records. */
export const recordTables: readonly RecordTable[] = [
  agendaItems,
  recordedDecisions,
  dependencies,
  demands,
  demandItems,
  planChanges,
  periodInitiatives,
  capabilityWeights,
  priorityEntries,
  policyExceptions,
  weightChanges,
  fundedParts,
  chainStandings,
  planningPairs,
  capabilityAims,
  capabilityRatings,
  skills,
  skillCapabilities,
  skillSpend,
  outcomeValues,
  benefitCells,
  benefitForecasts,
  investmentValues,
  investmentCapabilities,
  capabilityOutcomes,
  duplicatedWork,
];

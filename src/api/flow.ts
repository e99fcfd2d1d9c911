import { z } from 'zod';
import { AgeingWork, CumulativeFlow, FlowMap, HandOff, TimeUse } from '#model/flow.ts';
import { Window } from '#model/window.ts';
import { endpoint } from './define.ts';
import { asOf, Moment } from './figures.ts';
import { notices } from './model.ts';

/** The window, and the cases of one team, capability or type alone. */
export const looked = {
  asOf,
  from: Moment.optional(),
  until: Moment.optional(),
  where: z.strictObject({ scope: z.enum(['team', 'capability', 'item-type']), key: z.string() }).optional(),
};

/** The log with most items where none is named. */
const source = z.string().optional();

export const told = {
  timeZone: z.string(),
  window: Window,
  asOf: z.iso.datetime(),
  /** Why there is nothing of what was asked for. */
  missing: z.string().nullable(),
  notices,
};

export const showFlowMap = endpoint({
  id: 'show-flow-map',
  stands: true,
  method: 'get',
  path: '/api/v1/flow/map',
  summary: 'How work went from stage to stage in a window, log by log: every move with its median stay before',
  input: z.strictObject(looked),
  answer: z.object({ ...told, flows: z.array(FlowMap) }),
});

export const showCumulativeFlow = endpoint({
  id: 'show-cumulative-flow',
  stands: true,
  method: 'get',
  path: '/api/v1/flow/cumulative',
  summary: 'How many items of a log stood in each stage at the end of each day of a window',
  input: z.strictObject({ ...looked, source }),
  answer: z.object({ ...told, flow: CumulativeFlow }),
});

export const showAgeingWork = endpoint({
  id: 'show-ageing-work',
  stands: true,
  method: 'get',
  path: '/api/v1/flow/ageing',
  summary: 'The items of a log that were under way at the end of a window, with age and stage, oldest first',
  input: z.strictObject({ ...looked, source, limit: z.int().min(1).max(100_000).default(10_000) }),
  answer: z.object({ ...told, work: AgeingWork }),
});

export const showHandOffs = endpoint({
  id: 'show-hand-offs',
  stands: true,
  method: 'get',
  path: '/api/v1/flow/hand-offs',
  summary: 'Which team handed work to which in a window, how often, and how long it then waited',
  input: z.strictObject(looked),
  answer: z.object({ ...told, handOffs: z.array(HandOff) }),
});

export const showTimeUse = endpoint({
  id: 'show-time-use',
  stands: true,
  method: 'get',
  path: '/api/v1/flow/time',
  summary: 'What the time of finished work went into, stage by stage or team by team: work, and each kind of waiting',
  input: z.strictObject({ ...looked, by: z.enum(['stage', 'team']).default('stage') }),
  answer: z.object({ ...told, uses: z.array(TimeUse) }),
});

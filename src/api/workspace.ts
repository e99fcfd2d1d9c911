import { z } from 'zod';
import { PeriodKind } from '#model/calendar/periods.ts';
import { Opens } from '#model/opens.ts';
import { Window } from '#model/window.ts';
import { endpoint } from './define.ts';
import { asOf } from './figures.ts';
import { notices } from './model.ts';

const Named = z.object({ key: z.string(), name: z.string(), parent: z.string().optional() });

/** A source of the settings, with what of its files is held. */
const KnownSource = z.object({
  key: z.string(),
  name: z.string(),
  accepted: z.int(),
  rejected: z.int(),
  /** When rows came last; null where none ever did. */
  lastImport: z.string().nullable(),
  /** Where an item can be seen in the tool it comes from, with `{item}` in the place of its number. */
  link: z.string().nullable(),
});

/** A stretch of the calendar that holds evidence; `whole` where the evidence covers all of it. */
export const ChoosablePeriod = z.object({
  kind: PeriodKind,
  key: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  whole: z.boolean(),
});
export type ChoosablePeriod = z.infer<typeof ChoosablePeriod>;

export const showWorkspace = endpoint({
  id: 'show-workspace',
  stands: true,
  method: 'get',
  path: '/api/v1/workspace',
  summary: 'What there is to look at: name, zone, sources with freshness, teams, capabilities, and periods to choose',
  input: z.strictObject({ asOf }),
  answer: z.object({
    name: z.string(),
    folder: z.string(),
    /** Whether all of it is made up. */
    sample: z.boolean(),
    timeZone: z.string(),
    currency: z.string(),
    planningPeriod: PeriodKind,
    /** From the first row to just after the last; null where there is nothing to make a figure of. */
    span: Window.nullable(),
    asOf: z.iso.datetime().nullable(),
    sources: z.array(KnownSource),
    teams: z.array(Named),
    capabilities: z.array(Named),
    periods: z.array(ChoosablePeriod),
    /** The figures that somebody holds to be wrong, as long as that is not answered. */
    disputed: z.array(Opens),
    notices,
  }),
});
export type WorkspaceCard = z.infer<typeof showWorkspace.answer>;

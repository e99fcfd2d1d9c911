import type { Engine } from '#engine/engine.ts';
import type { PeriodKind } from '#model/calendar/periods.ts';
import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Recall } from '#model/recall.ts';
import type { Window } from '#model/window.ts';

/** Everything that holding the design against the evidence needs to know. */
export type ConformanceContext = {
  readonly engine: Engine;
  readonly designs: readonly DesignModel[];
  readonly calendar: WorkingCalendar;
  readonly timeZone: string;
  readonly fiscalYearStart: number;
  readonly planningPeriod: PeriodKind;
  readonly window: Window;
  /** The instant at which the evidence is read, in ms. */
  readonly asOf: number;
  /** A grouping of teams that replaces the one by parents, by key of team. */
  readonly groups?: ReadonlyMap<string, string> | undefined;
  /** The team under which a team is shown; itself unless too few people were active in it. */
  readonly shownTeam: (team: string, window: Window) => string;
  /** What was measured before, where it is remembered. */
  readonly recall?: Recall | undefined;
};

import type { Mapping } from '#mapping/mapping.ts';
import type { DesignModel } from '#model/design-model.ts';

/** One file of a log, its cells as the text that stands in it. Two logs of one source are two files of that source. */
export type OracleLog = { source: string; header: string[]; rows: string[][]; mapping: Mapping };

/** Working hours per weekday (`monday` or `mon`), as local times, minus holidays (YYYY-MM-DD). */
export type OracleCalendar = {
  timeZone: string;
  hours: Record<string, { from: string; until: string }[]>;
  holidays: string[];
};

export type OracleInput = { logs: OracleLog[]; designs: DesignModel[]; calendar: OracleCalendar; asOf?: number };

import { Fault } from '#model/fault.ts';

const asXes = 'Export the log again as XES: one <log> that holds <trace> and <event> elements.';

/** The refusal of a whole file, at the line where reading it ended. */
export const refusal = (path: string, line: number, why: string, instead = asXes): Fault =>
  new Fault('xml-refused', { path, line, why, instead });

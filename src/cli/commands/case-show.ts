import { showCase } from '#api/cases.ts';
import { listSources } from '#api/sources.ts';
import { Fault } from '#model/fault.ts';
import { defineCommand, textOf } from '../define.ts';
import { figure, localTime } from '../numbers.ts';
import { harmless, table } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

const day = 86_400_000;

export const caseShow = defineCommand({
  name: 'case show',
  says: 'one item from its first row to its last: which team had it, in which stage, and what its time went into',
  arguments: [
    { name: 'source', says: 'the key of the source' },
    { name: 'item', says: 'its number there', optional: true },
  ],
  flags: [asOf],
  examples: ['throughline case show tickets INC0010042'],
  run: async ({ ask, json, terminal }, { source = '', item }, flags) => {
    // A single word may be either, and what is missing is told with the sources there are.
    if (item === undefined) {
      const { sources } = await ask(listSources, {});
      throw new Fault('case-half-named', { named: source, sources: sources.map((each) => each.source) });
    }
    const answer = await ask(showCase, { source, item, asOf: textOf(flags.asOf) });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    const { history, timeZone } = answer;
    const { line, style } = terminal;
    line(
      `${style('cyan', harmless(history.item))}  ${style('dim', `${history.itemType}, ${history.status}, of ${history.team}`)}`,
    );
    if (history.link !== null) line(`  ${history.link}`);
    const columns = [
      { title: 'from' },
      { title: 'team', most: 24 },
      { title: 'stage', most: 24 },
      { title: 'its time went into' },
      { title: 'for', right: true },
    ];
    const rows = history.stretches.map(({ team, stage, kind, from, until }) => [
      localTime(Date.parse(from), timeZone),
      team,
      history.stageNames[stage] ?? stage,
      until === null ? `${kind}, still` : kind,
      figure((Date.parse(until ?? answer.asOf) - Date.parse(from)) / day, 'day'),
    ]);
    table(terminal, columns, rows);
    line(style('dim', `  times in ${timeZone}`));
    return 0;
  },
});

import { showInitiative } from '#api/portfolio.ts';
import { defineCommand, textOf } from '../define.ts';
import { counted, figure } from '../numbers.ts';
import { table } from '../terminal.ts';
import { moneyText, ratesLines } from '../value-words.ts';
import { asOf, asOfLine, togetherFlag, valueDays } from './asked.ts';

export const initiativeShow = defineCommand({
  name: 'initiative show',
  says: 'one initiative: dates, promises, money in, what it leads to, and how its work went',
  arguments: [{ name: 'initiative', says: 'its key' }],
  flags: [...valueDays, togetherFlag, asOf],
  examples: ['throughline initiative show portal'],
  run: async ({ ask, json, terminal }, { initiative: key = '' }, flags) => {
    const { initiative, rates } = await ask(showInitiative, {
      initiative: key,
      from: textOf(flags.from),
      until: textOf(flags.until),
      asOf: textOf(flags.asOf),
      together: flags.together === true,
    }).then((answer) => (json(answer) ? { initiative: undefined, rates: null } : answer));
    if (!initiative) return 0;
    asOfLine(terminal, flags);
    ratesLines(terminal, rates);
    const { line, style } = terminal;
    const { name, status, dates, commitments, spend, sponsor, team, execution } = initiative;
    line(
      `${style('bold', name)}  ${style('dim', [initiative.class, status].filter((each) => each !== null).join(', '))}`,
    );
    line(
      `  planned ${dates.plannedStart ?? '?'} to ${dates.plannedEnd ?? '?'}, actual ${dates.actualStart ?? '?'} to ${dates.actualEnd ?? '?'}`,
    );
    line(`  sponsor ${sponsor?.name ?? 'none'}, team ${team?.name ?? 'none'}, spend ${moneyText(spend)}`);
    for (const { date, promisedOn, kept, daysLate } of commitments) {
      const found = kept === null ? 'not due yet' : kept ? 'kept' : `not kept, ${counted(daysLate ?? 0, 'day')} late`;
      line(`  promised for ${date} on ${promisedOn}: ${found}`);
    }
    if (execution) {
      const flow =
        execution.flowDaysP50 === null
          ? 'too few to say how long'
          : `half within ${figure(execution.flowDaysP50, 'day')}`;
      line(
        `  ${counted(execution.items, 'item')} in the logs, ${execution.done} done (${flow}), ${execution.kept} of ${execution.promised} promises kept`,
      );
    }
    const ways = [
      ...initiative.investments.map((each) => ['from', each] as const),
      ...initiative.capabilities.map((each) => ['to', each] as const),
      ...initiative.outcomes.map((each) => ['outcome', each] as const),
      ...initiative.benefits.map((each) => ['benefit', each] as const),
    ];
    if (ways.length === 0) return 0;
    table(
      terminal,
      [{ title: '' }, { title: 'name', most: 44 }, { title: 'money', right: true }],
      ways.map(([way, each]) => [way, each.name, moneyText(each.amounts)]),
    );
    return 0;
  },
});

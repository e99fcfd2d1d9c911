import { type Delay, listDelays } from '#api/finance.ts';
import { defineCommand, textOf } from '../define.ts';
import { moneyOr } from '../money.ts';
import { counted, rounded } from '../numbers.ts';
import { table } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const valueDelay = defineCommand({
  name: 'value delay',
  says: 'what each month of delay of every initiative costs, in money, the most urgent first',
  flags: [asOf],
  examples: ['throughline value delay'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(listDelays, { asOf: textOf(flags.asOf) });
    if (json(answer)) return 0;
    const { line, style } = terminal;
    asOfLine(terminal, flags);
    line(style('dim', `${answer.currency}, as known on ${answer.today}; what delay saves is negative`));
    const columns = [
      { title: 'initiative', most: 28 },
      { title: 'profile' },
      { title: 'a month', right: true },
      { title: 'to gain', right: true },
      { title: 'to spend', right: true },
      { title: 'months left', right: true },
      { title: 'a month per month of work', right: true },
    ];
    table(terminal, columns, answer.delays.filter(({ perMonth }) => perMonth.value !== null).map(rowOf));
    for (const { key, perMonth } of answer.delays) {
      if (perMonth.missing !== null) line(style('dim', `  ${key}: ${perMonth.missing}`));
    }
    line(
      style(
        'dim',
        `  ${answer.told} of ${counted(answer.delays.length, 'initiative')} told; ${counted(answer.over, 'other')} over`,
      ),
    );
    return 0;
  },
});

const rowOf = ({ name, urgency, isAssumed, perMonth, gain, cost, months, perMonthOfWork }: Delay): string[] => [
  name,
  isAssumed ? `${urgency.profile} (assumed)` : urgency.profile,
  moneyOr(perMonth.value),
  moneyOr(gain),
  moneyOr(cost),
  months.value === null ? '–' : rounded(months.value, 1),
  moneyOr(perMonthOfWork.value),
];

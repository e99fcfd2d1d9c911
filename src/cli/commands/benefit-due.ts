import { listDue } from '#api/benefits.ts';
import { defineCommand, textOf } from '../define.ts';
import { counted } from '../numbers.ts';
import { table } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const benefitDue = defineCommand({
  name: 'benefit due',
  says: 'which values of benefits are to be measured, the longest overdue first, also after the work has ended',
  flags: [{ flags: '--coming', says: 'those too whose period is not over' }, asOf],
  examples: ['throughline benefit due', 'throughline benefit due --coming'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(listDue, { asOf: textOf(flags.asOf), coming: flags.coming === true });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    const columns = [
      { title: 'benefit', most: 40 },
      { title: 'period' },
      { title: 'known from' },
      { title: 'by' },
      { title: 'state' },
      { title: 'owner', most: 24 },
      { title: 'work' },
    ];
    const rows = answer.due.map(({ benefit, period, from, by, state, businessOwner, isPastWork }) => [
      benefit,
      period,
      from,
      by,
      state,
      businessOwner ?? 'nobody',
      isPastWork ? 'ended before' : '',
    ]);
    table(terminal, columns, rows);
    terminal.line(terminal.style('dim', `${counted(rows.length, 'value')} as of ${answer.today}`));
    if (answer.without.length > 0) terminal.line(`Nothing says when these are measured: ${answer.without.join(', ')}`);
    return 0;
  },
});

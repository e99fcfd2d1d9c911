import type { z } from 'zod';
import { checked } from '#api/checked.ts';
import { type AllocationPeriod, showAllocation } from '#api/value.ts';
import { defineCommand, textOf } from '../define.ts';
import { counted, figure } from '../numbers.ts';
import { type Terminal, table } from '../terminal.ts';
import { elsewhere, grouped, moneyText, ratesLines, reasonText } from '../value-words.ts';
import { asOf, asOfLine, basisFlag, togetherFlag, valueDays } from './asked.ts';

export const valueAllocation = defineCommand({
  name: 'value allocation',
  says: 'what money goes to in each planning period: capability and class, beside what goals ask for',
  flags: [
    basisFlag,
    { flags: '--kind <period>', says: 'planning periods of this kind', choices: ['month', 'quarter', 'half', 'year'] },
    ...valueDays,
    togetherFlag,
    asOf,
  ],
  examples: ['throughline value allocation --kind year'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const { basis, kind } = showAllocation.input.shape;
    const answer = await ask(showAllocation, {
      basis: checked(basis, textOf(flags.basis), '--basis'),
      kind: checked(kind, textOf(flags.kind), '--kind'),
      from: textOf(flags.from),
      until: textOf(flags.until),
      asOf: textOf(flags.asOf),
      together: flags.together === true,
    });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    if (answer.missing !== null) terminal.line(`No money: ${answer.missing}.${elsewhere(answer.instead, '--basis')}`);
    for (const period of answer.periods) periodLines(terminal, period);
    outsideLine(terminal, answer);
    ratesLines(terminal, answer.rates);
    return 0;
  },
});

const outsideLine = (
  { line }: Terminal,
  { outside, kind }: Pick<z.output<typeof showAllocation.answer>, 'outside' | 'kind'>,
): void => {
  if (outside.n === 0) return;
  line(
    `In no ${kind} on record, and so in none of them: ${moneyText(outside.amounts)} (${counted(outside.n, 'amount')})`,
  );
};

const periodLines = (terminal: Terminal, { name, from, until, rows, totals, importance }: AllocationPeriod): void => {
  const { line, style } = terminal;
  line(`${style('bold', name)}  ${style('dim', `${from} until ${until}`)}`);
  for (const { currency, whole, mapped, strategic } of totals) {
    const told = strategic === null ? 'no goal weighs anything then' : `${grouped(strategic)} to strategic ones`;
    line(`  ${grouped(whole)} ${currency}: ${grouped(mapped)} to capabilities, ${told}`);
  }
  if (rows.length === 0) return;
  const asked = new Map(importance.map(({ capability, share }) => [capability, share]));
  table(
    terminal,
    [
      { title: 'capability', most: 36 },
      { title: 'class' },
      { title: 'amount', right: true },
      { title: 'share', right: true },
      { title: 'importance', right: true },
    ],
    rows.map((row) => [
      row.name ?? `(${row.reason === null ? 'none' : reasonText(row.reason)})`,
      row.class ?? '–',
      `${grouped(row.amount)} ${row.currency}`,
      figure(row.share, 'share'),
      row.capability === null ? '–' : figure(asked.get(row.capability) ?? null, 'share'),
    ]),
  );
};

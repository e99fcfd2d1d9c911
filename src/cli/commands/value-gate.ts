import type { z } from 'zod';
import { type AtGate, showGate } from '#api/finance.ts';
import { defineCommand, textOf } from '../define.ts';
import { money, moneyOr } from '../money.ts';
import { counted } from '../numbers.ts';
import { table } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const valueGate = defineCommand({
  name: 'value gate',
  says: 'no baseline, measure and business owner, no funding: what lacks which, and what was let through all the same',
  flags: [
    {
      flags: '--fail-on <what>',
      says: 'end with exit code 1 where something is missing, or only where money went out without it',
      choices: ['missing', 'spent'],
    },
    asOf,
  ],
  examples: ['throughline value gate', 'throughline value gate --fail-on missing'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(showGate, { asOf: textOf(flags.asOf) });
    const failed = failedOf(answer, textOf(flags.failOn));
    if (!json(failed === undefined ? answer : { ...answer, failed })) {
      const { line, style } = terminal;
      asOfLine(terminal, flags);
      const { ready, missing, overridden, below } = answer.counts;
      line(
        `${ready} ready, ${missing} missing something, ${overridden} overridden, ${below} below ${money(answer.from)} ${answer.currency}`,
      );
      const columns = [
        { title: 'what' },
        { title: 'result' },
        { title: 'to cost', right: true },
        { title: 'first spent' },
        { title: 'lacks' },
      ];
      table(terminal, columns, answer.rows.map(rowOf));
      for (const { key, override } of answer.rows) {
        if (override)
          line(style('dim', `  ${key}: overridden by ${override.grantedBy} on ${override.on}: ${override.reason}`));
      }
    }
    if (failed === undefined || failed === 0) return 0;
    process.stderr.write(`failed: ${counted(failed, 'case')} without baseline, measure or business owner\n`);
    return 1;
  },
});

type Answer = z.output<(typeof showGate)['answer']>;

/** How many cases fail, where that was asked. */
const failedOf = ({ counts, spentWithout }: Answer, asked: string | undefined): number | undefined => {
  if (asked === undefined) return undefined;
  return asked === 'spent' ? spentWithout : counts.missing;
};

const rowOf = ({ kind, key, result, amount, firstSpentOn, lacks }: AtGate): string[] => [
  `${kind} ${key}`,
  result,
  moneyOr(amount),
  firstSpentOn ?? '–',
  lacks.map(({ why }) => why).join('; '),
];

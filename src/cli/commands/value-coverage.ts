import { checked } from '#api/checked.ts';
import { showCoverage } from '#api/value.ts';
import { breakLines, unsharedText } from '../break-lines.ts';
import { defineCommand, textOf } from '../define.ts';
import { count, figure } from '../numbers.ts';
import { elsewhere, grouped, leftOutLine, ratesLines, reasonText } from '../value-words.ts';
import { asOf, asOfLine, basisFlag, togetherFlag, valueDays } from './asked.ts';

export const valueCoverage = defineCommand({
  name: 'value coverage',
  says: 'how much of the money, the initiatives and the benefits stands in unbroken chains, and every break',
  flags: [
    basisFlag,
    { flags: '--all', says: 'every break; else how many there are of each sort, and the 20 with most money' },
    ...valueDays,
    togetherFlag,
    asOf,
  ],
  examples: ['throughline value coverage', 'throughline value coverage --basis budget --from 2026-01-01'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(showCoverage, {
      basis: checked(showCoverage.input.shape.basis, textOf(flags.basis), '--basis'),
      from: textOf(flags.from),
      until: textOf(flags.until),
      asOf: textOf(flags.asOf),
      together: flags.together === true,
    });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    const { line, style } = terminal;
    line(style('dim', `  ${answer.from} until ${answer.until}`));
    if (answer.missing !== null) line(`No money: ${answer.missing}.${elsewhere(answer.instead, '--basis')}`);
    for (const { currency, invested, traced, share, byGrade, stubs } of answer.money) {
      const grades = byGrade.map(({ grade, amount }) => `${grade} ${grouped(amount)}`).join(', ');
      line(
        `${style('bold', `${grouped(traced)} of ${grouped(invested)} ${currency}`)} traced (${figure(share, 'share')})`,
      );
      if (grades !== '') line(`  by the weakest grade on the way: ${grades}`);
      for (const { reason, amount } of stubs) {
        const silent = unsharedText(answer.breaks, reason, currency);
        line(`  ${grouped(amount)} goes no further: ${reasonText(reason)}${silent}`);
      }
    }
    leftOutLine(terminal, answer.leftOut);
    ratesLines(terminal, answer.rates);
    line(`${count(answer.initiatives.whole)} of ${count(answer.initiatives.n)} initiatives stand in a whole chain`);
    line(`${count(answer.benefits.whole)} of ${count(answer.benefits.n)} benefits stand in a whole chain`);
    breakLines(terminal, answer.breaks, flags.all === true);
    return 0;
  },
});

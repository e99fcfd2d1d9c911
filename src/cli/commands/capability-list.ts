import { listCapabilities } from '#api/portfolio.ts';
import { defineCommand, textOf } from '../define.ts';
import { count, figure, rounded } from '../numbers.ts';
import { table } from '../terminal.ts';
import { moneyText, ratesLines } from '../value-words.ts';
import { asOf, asOfLine, togetherFlag, valueDays } from './asked.ts';

export const capabilityList = defineCommand({
  name: 'capability list',
  says: 'every capability: how important, how mature against its target, what goes to it, who owns it',
  flags: [...valueDays, togetherFlag, asOf],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(listCapabilities, {
      from: textOf(flags.from),
      until: textOf(flags.until),
      asOf: textOf(flags.asOf),
      together: flags.together === true,
    });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    ratesLines(terminal, answer.rates);
    const known = (value: number | null): string => (value === null ? '–' : rounded(value));
    table(
      terminal,
      [
        { title: 'capability', most: 32 },
        { title: 'importance', right: true },
        { title: 'strategic' },
        { title: 'level', right: true },
        { title: 'target', right: true },
        { title: 'spend', right: true },
        { title: 'initiatives', right: true },
        { title: 'owner', most: 20 },
      ],
      answer.capabilities.map(({ name, importanceShare, strategic, maturity, spend, initiatives, owners }) => [
        name,
        importanceShare === null ? '–' : figure(importanceShare, 'share'),
        strategic === null ? '–' : strategic ? 'yes' : 'no',
        maturity.map(({ level, stale }) => `${known(level)}${stale ? ' (old)' : ''}`).join(', ') || '–',
        maturity.map(({ target }) => known(target)).join(', ') || '–',
        moneyText(spend),
        count(initiatives),
        owners.find((owner) => owner.as === 'accountable')?.name ?? '–',
      ]),
    );
    if (answer.period === null)
      terminal.line('  No goal weighs anything on the last of these days, so nothing is strategic.');
    return 0;
  },
});

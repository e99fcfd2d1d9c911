import { realiseBenefit } from '#api/benefits.ts';
import { defineCommand, textOf } from '../define.ts';
import { editLines } from '../record-lines.ts';

export const benefitRealise = defineCommand({
  name: 'benefit realise',
  says: 'put on record what came of a benefit in a period, or confirm it',
  arguments: [{ name: 'key', says: 'the key of the benefit' }],
  flags: [
    { flags: '--period <key>', says: 'the planning period; has to be given' },
    {
      flags: '--value <decimal>',
      says: 'what came, in the benefit’s currency or unit; the value that stands when left out',
    },
    { flags: '--confirmed-by <role>', says: 'the role that confirms it, now' },
    { flags: '--reason <why>', says: 'why, for the history; has to be given' },
    { flags: '--dry-run', says: 'only show what would change' },
  ],
  examples: [
    'throughline benefit realise digital-margin --period 26q2 --value 41000.00 --confirmed-by head-of-retail --reason "read off the ledger"',
  ],
  run: async ({ ask, json, terminal, folder }, { key = '' }, flags) => {
    const answer = await ask(realiseBenefit, {
      key,
      period: textOf(flags.period) ?? '',
      value: textOf(flags.value),
      confirmedBy: textOf(flags.confirmedBy),
      reason: textOf(flags.reason) ?? '',
      dryRun: flags.dryRun === true,
    });
    if (!json(answer)) editLines(terminal, answer, folder);
    return 0;
  },
});

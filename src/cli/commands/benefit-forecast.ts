import { forecastBenefit } from '#api/benefits.ts';
import { Fault } from '#model/fault.ts';
import { defineCommand, textOf } from '../define.ts';
import { editLines } from '../record-lines.ts';

export const benefitForecast = defineCommand({
  name: 'benefit forecast',
  says: 'add what is thought now of a benefit; what was thought before stays',
  arguments: [{ name: 'key', says: 'the key of the benefit' }],
  many: { name: 'period=value', says: 'what is expected of a planning period, in the benefit’s currency or unit' },
  flags: [
    { flags: '--made-on <day>', says: 'the day on which it was thought; today when left out' },
    { flags: '--reason <why>', says: 'why, for the history; has to be given' },
    { flags: '--dry-run', says: 'only show what would change' },
  ],
  examples: ['throughline benefit forecast digital-margin 26q3=38000.00 26q4=45000.00 --reason "fewer branches"'],
  run: async ({ ask, json, terminal, folder, words }, { key = '' }, flags) => {
    const answer = await ask(forecastBenefit, {
      key,
      profile: words.map(forecastOf),
      madeOn: textOf(flags.madeOn),
      reason: textOf(flags.reason) ?? '',
      dryRun: flags.dryRun === true,
    });
    if (!json(answer)) editLines(terminal, answer, folder);
    return 0;
  },
});

const forecastOf = (word: string): { period: string; value: string } => {
  const [, period, value] = /^([^=]+)=(.+)$/su.exec(word) ?? [];
  if (period !== undefined && value !== undefined) return { period, value };
  const expected = 'a planning period, an equals sign and a value, such as 26q3=38000.00,';
  throw new Fault('input-refused', { field: 'period=value', found: JSON.stringify(word), expected });
};

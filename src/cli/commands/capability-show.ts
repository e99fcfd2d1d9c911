import { showCapability } from '#api/portfolio.ts';
import { defineCommand, textOf } from '../define.ts';
import { figure, rounded } from '../numbers.ts';
import { table } from '../terminal.ts';
import { moneyText, ratesLines } from '../value-words.ts';
import { asOf, asOfLine, togetherFlag, valueDays } from './asked.ts';

export const capabilityShow = defineCommand({
  name: 'capability show',
  says: 'one capability: the goals that need it, its assessments, money, initiatives, outcomes and findings',
  arguments: [{ name: 'capability', says: 'its key' }],
  flags: [...valueDays, togetherFlag, asOf],
  examples: ['throughline capability show customer-onboarding'],
  run: async ({ ask, json, terminal }, { capability: key = '' }, flags) => {
    const answer = await ask(showCapability, {
      capability: key,
      from: textOf(flags.from),
      until: textOf(flags.until),
      asOf: textOf(flags.asOf),
      together: flags.together === true,
    });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    ratesLines(terminal, answer.rates);
    const { name, kind, importanceShare, strategic, maturity, spend, owners, goals, by } = answer.capability;
    const { line, style } = terminal;
    const share =
      importanceShare === null ? 'share of importance not known' : `${figure(importanceShare, 'share')} of importance`;
    line(`${style('bold', name)}  ${style('dim', `${kind}, ${share}${strategic ? ', strategic' : ''}`)}`);
    line(`  spend ${moneyText(spend)}`);
    for (const { scale, level, on, target, stale } of maturity) {
      const found =
        level === null ? 'never assessed' : `${rounded(level)} on ${on}${stale ? ', more than a year ago' : ''}`;
      line(`  maturity ${found}, target ${target === null ? 'not set' : rounded(target)} (${scale})`);
    }
    for (const { name: team, as } of owners) line(`  ${as}: ${team}`);
    for (const goal of goals) line(`  needed by ${goal.name}, importance ${goal.importance}`);
    for (const outcome of by.outcomes) line(`  leads to ${outcome.name} (${outcome.grade})`);
    for (const finding of by.findings) line(`  finding ${finding.name}, ${finding.status}`);
    if (by.initiatives.length === 0) return 0;
    table(
      terminal,
      [{ title: 'initiative', most: 40 }, { title: 'status' }, { title: 'spend here', right: true }],
      by.initiatives.map((each) => [each.name, each.status ?? '–', moneyText(each.spend)]),
    );
    return 0;
  },
});

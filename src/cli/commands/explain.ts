import { type Explanation, explainSaying } from '#api/explain.ts';
import type { RuleResult } from '#model/rule-result.ts';
import { coverageLines } from '../coverage-lines.ts';
import { defineCommand, textOf, wholeOf } from '../define.ts';
import { count, figure, localDay } from '../numbers.ts';
import { rowLines } from '../row-lines.ts';
import { caseText } from '../rule-lines.ts';
import { word } from '../shell-word.ts';
import { signRuleLines } from '../sign-lines.ts';
import { harmless, padded, type Terminal, wrapped } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const explain = defineCommand({
  name: 'explain',
  arguments: [{ name: 'id', says: 'a citation such as F-7Q2FK3M9, or the id or code of a figure, rule or sign' }],
  says: 'opens anything that was said: a sign down to its rules, a rule to its cases, a figure to its rows',
  flags: [
    { flags: '--from <day>', says: 'the first day of the window that it speaks of; all of the evidence when left out' },
    { flags: '--until <day>', says: 'the day before which the window ends' },
    asOf,
    { flags: '--limit <n>', says: 'how many rows or cases; 20 when left out' },
    { flags: '--offset <n>', says: 'how many to pass over' },
  ],
  examples: [
    'throughline explain sign.decision-bottlenecks examples/service-desk',
    'throughline explain governance.forums-decide examples/service-desk',
    'throughline explain FL3 --limit 5 examples/service-desk',
  ],
  run: async ({ ask, json, terminal, folder }, { id = '' }, flags) => {
    const offset = wholeOf(flags, 'offset', 0);
    const limit = wholeOf(flags, 'limit', 20);
    const window = { from: textOf(flags.from), until: textOf(flags.until), asOf: textOf(flags.asOf) };
    const answer = await ask(explainSaying, { id, ...window, limit, offset });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    head(terminal, answer);
    under(terminal, answer, { offset, folder });
    inputs(terminal, answer);
    const words = ['throughline', ...[...answer.command, folder].map(word)];
    terminal.line();
    terminal.line(terminal.style('dim', `The same again: ${words.join(' ')}`));
    return 0;
  },
});

const disputeWords = {
  open: 'disputed',
  upheld: 'disputed, and upheld',
  'figure-stands': 'disputed, and the figure stands',
};

const head = ({ line, style, width }: Terminal, { title, id, cite, window, timeZone, ...told }: Explanation): void => {
  const days = `${localDay(window.from, timeZone)} until ${localDay(window.until, timeZone)}`;
  line(`${style('bold', title)}  ${style('dim', [id, days, ...(cite === undefined ? [] : [`#${cite}`])].join(' · '))}`);
  for (const text of wrapped(harmless(told.sentence), Math.min(width, 110) - 2)) line(`  ${text}`);
  for (const { status, raised, because, answer } of told.disputes) {
    line();
    line(`  ${style(status === 'open' ? 'yellow' : 'dim', disputeWords[status])} ${style('dim', `on ${raised}`)}`);
    for (const each of wrapped(
      harmless(answer === null ? because : `${because} — ${answer}`),
      Math.min(width, 110) - 4,
    ))
      line(`    ${each}`);
  }
  for (const { part, text } of told.definition) {
    line();
    line(`  ${style('cyan', part)}`);
    for (const each of wrapped(text, Math.min(width, 110) - 4)) line(`    ${each}`);
  }
  line();
};

type Looked = { readonly offset: number; readonly folder: string };

/** What it stands on, one step down. */
const under = (terminal: Terminal, answer: Explanation, { offset, folder }: Looked): void => {
  const { line, style, clip, width } = terminal;
  switch (answer.kind) {
    case 'figure':
      rowLines(terminal, { ...answer, offset });
      return;
    case 'rule':
      for (const broken of answer.cases) line(`   ${clip(caseText(broken), width - 4)}`);
      line(style('dim', `   ${count(answer.cases.length)} of ${count(answer.total)} cases that broke it`));
      return;
    case 'dimension':
    case 'design':
      for (const rule of answer.rules) ruleLine(terminal, rule);
      return;
    case 'source':
      coverageLines(terminal, answer.source, answer.timeZone);
      return;
    case 'sign':
      for (const rule of answer.sign.rules) signRuleLines(terminal, rule);
      return;
    case 'sign-rule':
      line(`  ${style('cyan', 'stands on')} ${answer.signRule.standsOn}`);
      if (answer.signRule.open.length > 0)
        line(`    throughline ${[...answer.signRule.open, folder].map(word).join(' ')}`);
  }
};

const ruleLine = ({ line, style }: Terminal, { rule, value, unit, severity, missing }: RuleResult): void => {
  const told =
    severity === null
      ? style('dim', missing ?? 'not read')
      : `severity ${Math.round(severity.value)}  ${figure(value, unit)}`;
  line(`   ${padded(rule, 36)} ${told}`);
};

const inputs = ({ line, style }: Terminal, { inputs: sources }: Explanation): void => {
  line();
  for (const { source, accepted, rejected, lastImport } of sources) {
    const rows = `${count(accepted)} rows accepted, ${count(rejected)} rejected`;
    line(style('dim', `  from ${source}: ${rows}, last import ${lastImport}`));
  }
};

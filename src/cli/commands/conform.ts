import type { z } from 'zod';
import { conformToDesign, listBrokenCases } from '#api/diagnosis.ts';
import { defineCommand, textOf, wholeOf } from '../define.ts';
import { count, localDay } from '../numbers.ts';
import { caseText, dimensionLine, ruleBlock, unreadLine } from '../rule-lines.ts';
import { type Terminal, wrapped } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';
import { checksOf, type FailedCheck, failing } from './check.ts';

export const conform = defineCommand({
  name: 'conform',
  says: 'hold every rule of the design against what really happened',
  flags: [
    { flags: '--rule <id>', says: 'one rule with its test and the cases that broke it' },
    { flags: '--limit <n>', says: 'with --rule: how many cases; 20 when left out' },
    { flags: '--from <day>', says: 'the first day of the window' },
    { flags: '--until <day>', says: 'the day before which the window ends' },
    asOf,
    {
      flags: '--fail-on <checks>',
      says: 'end with exit code 1 when one holds, such as "governance.at-intended-level<60%,delivery<50"; a share is written as 60% or 0.6, a score of a dimension in points to 100',
    },
  ],
  examples: [
    'throughline conform examples/service-desk',
    'throughline conform --rule delivery.allowed-transitions examples/service-desk',
    'throughline conform --fail-on "governance.at-intended-level<60%"',
  ],
  run: async (call, _, flags) => {
    const window = { from: textOf(flags.from), until: textOf(flags.until), asOf: textOf(flags.asOf) };
    const rule = textOf(flags.rule);
    const checks = checksOf(textOf(flags.failOn));
    if (rule === undefined) {
      const answer = await call.ask(conformToDesign, window);
      const failed = failing(checks, answer);
      if (!call.json(withFailed(answer, checks, failed))) {
        asOfLine(call.terminal, flags);
        showAll(call.terminal, answer);
      }
      return ended(failed);
    }
    const answer = await call.ask(listBrokenCases, { ...window, rule, limit: wholeOf(flags, 'limit', 20) });
    // A check may be of any rule or dimension, so that all of them are read for it.
    const failed = checks.length === 0 ? [] : failing(checks, await call.ask(conformToDesign, window));
    if (!call.json(withFailed(answer, checks, failed))) {
      asOfLine(call.terminal, flags);
      showRule(call.terminal, answer);
    }
    return ended(failed);
  },
});

const withFailed = (answer: object, checks: readonly unknown[], failed: readonly FailedCheck[]): object =>
  checks.length === 0 ? answer : { ...answer, failed };

/** Says which checks failed, for people, also beside JSON: it is the first thing to look for in the log of a pipeline. */
const ended = (failed: readonly FailedCheck[]): number => {
  for (const { says } of failed) process.stderr.write(`failed: ${says}\n`);
  return failed.length > 0 ? 1 : 0;
};

type Answer = z.output<(typeof conformToDesign)['answer']>;
type Cases = z.output<(typeof listBrokenCases)['answer']>;

const showAll = (terminal: Terminal, { results, dimensions, window, timeZone }: Answer): void => {
  const { line, style } = terminal;
  line(style('dim', `${localDay(window.from, timeZone)} until ${localDay(window.until, timeZone)}`));
  for (const dimension of dimensions) {
    line();
    dimensionLine(terminal, dimension);
    const own = results.filter((result) => result.dimension === dimension.dimension);
    for (const result of own.filter(({ status }) => status === 'read')) ruleBlock(terminal, result);
    for (const result of own.filter(({ status }) => status !== 'read')) unreadLine(terminal, result);
  }
};

const showRule = (terminal: Terminal, answer: Cases): void => {
  const { line, style, width, clip } = terminal;
  ruleBlock(terminal, answer.result);
  for (const text of [answer.says, answer.test, `Thresholds: ${answer.why}`]) {
    for (const part of wrapped(text, width - 4)) line(`   ${part}`);
  }
  const { pressureMissing } = answer.result;
  const notRead = pressureMissing === undefined ? '' : `Not read under pressure: ${pressureMissing}.`;
  for (const part of wrapped(notRead, width - 4)) line(`   ${part}`);
  line();
  for (const broken of answer.cases) line(`   ${clip(caseText(broken), width - 4)}`);
  line(style('dim', `   ${count(answer.cases.length)} of ${count(answer.total)} cases that broke it`));
};

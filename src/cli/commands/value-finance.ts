import type { z } from 'zod';
import { checked } from '#api/checked.ts';
import { type FinanceFigure, showFinance } from '#api/finance.ts';
import { defineCommand, textOf } from '../define.ts';
import { moneyOr } from '../money.ts';
import { counted, percent, rounded } from '../numbers.ts';
import { type Terminal, table, wrapped } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

const timings = ['first-year-undiscounted', 'end-of-year', 'mid-year'] as const;
const bases = ['plan', 'outlook', 'actual'] as const;

export const valueFinance = defineCommand({
  name: 'value finance',
  arguments: [{ name: 'key', says: 'the key of an initiative or of a line of funding' }],
  says: 'the money of an initiative or a line of funding over its years: net present value, return, payback, line by line',
  flags: [
    { flags: '--kind <kind>', says: 'where both have that key', choices: ['initiative', 'investment'] },
    { flags: '--basis <basis>', says: 'whose working is shown; outlook when left out', choices: bases },
    {
      flags: '--timing <timing>',
      says: 'when in a year its money is taken to come, in the working; first-year-undiscounted when left out',
      choices: timings,
    },
    {
      flags: '--discount <rate>',
      says: 'another rate than that of the settings: 8%, 0.08 or green-book',
    },
    asOf,
  ],
  examples: [
    'throughline value finance claims-online',
    'throughline value finance claims-online --discount green-book',
  ],
  run: async ({ ask, json, terminal }, { key = '' }, flags) => {
    const kind = checked(showFinance.input.shape.kind, flags.kind, '--kind');
    const answer = await ask(showFinance, {
      key,
      kind,
      asOf: textOf(flags.asOf),
      discount: textOf(flags.discount),
    });
    if (json(answer)) return 0;
    const basis = textOf(flags.basis) ?? 'outlook';
    const timing = textOf(flags.timing) ?? timings[0];
    asOfLine(terminal, flags);
    head(terminal, answer);
    figures(terminal, answer);
    working(terminal, answer, { basis, timing });
    leftOut(terminal, answer, basis);
    return 0;
  },
});

type Answer = z.output<(typeof showFinance)['answer']>;
type Account = Answer['accounts'][number];

const head = ({ line, style, width }: Terminal, answer: Answer): void => {
  const { kind, key, name, currency, discount, prices, priceYear, today } = answer;
  line(`${style('bold', name)} ${style('dim', `${kind} ${key}, in ${currency}, as known on ${today}`)}`);
  const steps = (discount ?? []).map(({ fromYear, rate }) => `${percent(rate)} from year ${fromYear} on`);
  const rate =
    discount === null
      ? 'Nothing is discounted: state a rate in throughline.yaml (finance: discount) or by --discount.'
      : `Discounted by ${steps.join(', ')}.`;
  const stated =
    prices === 'real' ? `Amounts are in prices of ${priceYear ?? 'one year'}.` : 'Amounts are of their own year.';
  for (const text of wrapped(`${rate} ${stated} Present values are rounded to the smallest coin.`, width - 2))
    line(`  ${text}`);
  line();
};

const figures = (terminal: Terminal, { accounts }: Answer): void => {
  const [first] = accounts;
  const columns = [{ title: 'figure' }, ...accounts.map(({ basis }) => ({ title: basis, right: true }))];
  const rows = (first?.figures ?? []).map((figure, index) => [
    [figure.figure.replaceAll('-', ' '), figure.timing === null ? '' : `(${figure.timing})`].join(' ').trim(),
    ...accounts.map((account) => valueText(account.figures[index])),
  ]);
  const about = (title: string, text: (account: Account) => string) => [title, ...accounts.map(text)];
  table(terminal, columns, [
    ...rows,
    about('amounts', ({ n }) => String(n)),
    about('coverage', ({ coverage }) => (coverage === null ? '–' : percent(coverage))),
    about('grade', ({ grade }) => grade ?? '–'),
  ]);
  for (const [why, bases] of reasons(accounts)) terminal.line(terminal.style('dim', `  – ${bases}: ${why}`));
};

/** Why there is no figure, each reason once with the accounts it is of. */
const reasons = (accounts: readonly Account[]): Map<string, string> => {
  const found = new Map<string, string>();
  for (const { basis, figures: all } of accounts) {
    for (const { missing } of all) {
      const known = missing === null ? undefined : (found.get(missing) ?? '');
      if (missing === null || known?.includes(basis)) continue;
      found.set(missing, known ? `${known}, ${basis}` : basis);
    }
  }
  return found;
};

const valueText = (figure: FinanceFigure | undefined): string => {
  if (!figure || figure.value === null) return '–';
  const { value, unit, note } = figure;
  if (typeof value === 'string') return moneyOr(value);
  const text = unit === 'share' ? percent(value) : unit === 'year' ? `${rounded(value)} years` : rounded(value);
  return note === null ? text : `${text}, ${note}`;
};

const working = (terminal: Terminal, { accounts }: Answer, asked: { basis: string; timing: string }): void => {
  const account = accounts.find(({ basis }) => basis === asked.basis);
  if (!account || account.years.length === 0) return;
  const discounted = account.workings.find(({ timing }) => timing === asked.timing);
  terminal.line();
  const how = discounted ? `, ${discounted.timing}` : ', undiscounted';
  terminal.line(terminal.style('bold', `Working of the ${account.basis}${how}`));
  const right = (title: string) => ({ title, right: true });
  const columns = [{ title: 'year' }, ...['cost', 'benefit', 'disbenefit', 'net'].map(right)];
  const plain = ({ year, cost, benefit, disbenefit, net }: Account['years'][number]): string[] => [
    year,
    ...[cost, benefit, disbenefit, net].map(moneyOr),
  ];
  if (!discounted) {
    table(terminal, columns, account.years.map(plain));
    return;
  }
  const rows = discounted.lines.map((each) => [
    ...plain(each),
    String(each.t),
    each.factor.toFixed(4),
    moneyOr(each.presentValue),
    moneyOr(each.cumulative),
  ]);
  table(terminal, [...columns, ...['t', 'factor', 'present value', 'cumulative'].map(right)], rows);
};

const leftOut = ({ line, style }: Terminal, { accounts }: Answer, asked: string): void => {
  const left = accounts.find(({ basis }) => basis === asked)?.leftOut ?? [];
  if (left.length === 0) return;
  line();
  line(style('bold', `Left out of the ${asked}: ${counted(left.length, 'record')}`));
  for (const { kind, key, why } of left) line(`  ${kind} ${key}: ${why}`);
};

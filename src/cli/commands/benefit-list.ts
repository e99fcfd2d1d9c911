import { type BenefitRow, listBenefits } from '#api/benefits.ts';
import { rate, shortfallText, totalLines } from '../benefit-lines.ts';
import { defineCommand, textOf } from '../define.ts';
import { money, moneyOr } from '../money.ts';
import { table } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const benefitList = defineCommand({
  name: 'benefit list',
  says: 'the register of benefits: what was planned, what came of it, and what is short, with totals by currency',
  flags: [
    {
      flags: '--sort <by>',
      says: 'in which order; as they are on record when left out',
      choices: ['name', 'rate', 'plan', 'due', 'owner'],
    },
    asOf,
  ],
  examples: ['throughline benefit list', 'throughline benefit list --sort rate'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(listBenefits, { asOf: textOf(flags.asOf) });
    const benefits = sorted(answer.benefits, textOf(flags.sort));
    if (json({ ...answer, benefits })) return 0;
    asOfLine(terminal, flags);
    const columns = [
      { title: 'benefit', most: 32 },
      { title: 'unit' },
      { title: 'planned', right: true },
      { title: 'to date', right: true },
      { title: 'realised', right: true },
      { title: 'rate', right: true },
      { title: 'owner', most: 20 },
      { title: 'next' },
      { title: 'short' },
    ];
    table(terminal, columns, benefits.map(lineOf));
    for (const total of answer.totals) totalLines(terminal, total);
    const { total, withoutRate } = answer.converted;
    if (total && answer.totals.filter(({ money }) => money).length > 1)
      totalLines(terminal, total, `all in ${total.unit}`);
    for (const { unit, n, value } of answer.wholeLife)
      terminal.line(`${unit}  whole life, no series, and so in no rate: ${money(value)}  n ${n}`);
    if (withoutRate.length > 0) terminal.line(`Without a rate, and so in no total of all: ${withoutRate.join(', ')}`);
    return 0;
  },
});

const lineOf = (row: BenefitRow): string[] => [
  `${row.key}${row.disbenefit ? ' (disbenefit)' : ''}${row.as === 'supporting' ? ' (supporting)' : ''}`,
  row.unit,
  row.wholeLife === null ? moneyOr(row.realisation.planned) : `${money(row.wholeLife)} whole life`,
  moneyOr(row.realisation.plannedMeasured),
  moneyOr(row.realisation.realised ?? row.realisation.unplanned),
  rate(row.realisation.toDate),
  row.businessOwner ?? 'nobody',
  row.next ? `${row.next.period} ${row.next.state}` : '–',
  shortfallText(row),
];

const sorted = (rows: readonly BenefitRow[], by: string | undefined): BenefitRow[] => {
  const text = (read: (row: BenefitRow) => string) => (a: BenefitRow, b: BenefitRow) =>
    read(a) === read(b) ? 0 : read(a) < read(b) ? -1 : 1;
  const orders: Readonly<Record<string, (a: BenefitRow, b: BenefitRow) => number>> = {
    name: text(({ name }) => name),
    owner: text(({ businessOwner }) => businessOwner ?? ''),
    due: text(({ next }) => next?.by ?? '9999'),
    rate: (a, b) => (a.realisation.toDate ?? Number.MAX_VALUE) - (b.realisation.toDate ?? Number.MAX_VALUE),
    plan: (a, b) => Number(b.realisation.planned ?? 0) - Number(a.realisation.planned ?? 0),
  };
  const order = orders[by ?? ''];
  return order ? rows.toSorted(order) : [...rows];
};

import type { z } from 'zod';
import { type CurvePoint, showBenefit } from '#api/benefits.ts';
import { rate, shortfallText } from '../benefit-lines.ts';
import { defineCommand, textOf, wholeOf } from '../define.ts';
import { money, moneyOr } from '../money.ts';
import { count, counted, percent, rounded } from '../numbers.ts';
import { type Terminal, table, wrapped } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

type Answer = z.output<(typeof showBenefit)['answer']>;

export const benefitShow = defineCommand({
  name: 'benefit show',
  says: 'one benefit: its curve, rates, what contributes to it, what is due, who owned and who confirmed it',
  arguments: [{ name: 'key', says: 'the key of the benefit' }],
  flags: [
    asOf,
    { flags: '--limit <n>', says: 'how many of the links that lead to it; 100 when left out' },
    { flags: '--offset <n>', says: 'how many of them to pass over' },
  ],
  examples: ['throughline benefit show digital-margin'],
  run: async ({ ask, json, terminal }, { key = '' }, flags) => {
    const page = { limit: wholeOf(flags, 'limit', 100), offset: wholeOf(flags, 'offset', 0) };
    const answer = await ask(showBenefit, { key, asOf: textOf(flags.asOf), ...page });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    headLines(terminal, answer);
    curveTable(terminal, answer);
    forecastLines(terminal, answer);
    claimLines(terminal, answer, page.offset);
    peopleLines(terminal, answer);
    return 0;
  },
});

const headLines = ({ line, style }: Terminal, { benefit }: Answer): void => {
  const { name, unit, businessOwner, realisation, outlook, grade, confirmed, values } = benefit;
  const { realised, plannedMeasured, planned, toDate, ofLifetime, coverage } = realisation;
  line(`${style('bold', name)}  ${style('dim', `${benefit.kind}, in ${unit}, owned by ${businessOwner ?? 'nobody'}`)}`);
  line(
    `  realised ${moneyOr(realised)} of ${moneyOr(plannedMeasured)} planned to date: ${rate(toDate)}   measured: ${rate(coverage)}   grade ${grade ?? '–'}`,
  );
  line(`  of the whole plan of ${moneyOr(planned)}: ${rate(ofLifetime)}   confirmed: ${confirmed} of ${values} values`);
  if (benefit.wholeLife !== null)
    line(`  ${money(benefit.wholeLife)} is stated for its whole life, and nothing says how that spreads over periods`);
  if (outlook)
    line(
      `  as things stand it comes to ${money(outlook.total)}, of it over and not measured ${money(outlook.unmeasured)}`,
    );
  const short = shortfallText(benefit);
  if (short !== '') line(style('yellow', `  ${short}`));
  if (benefit.shortfall?.cause) line(`  cause: ${benefit.shortfall.cause}; action: ${benefit.shortfall.action?.what}`);
};

const curveTable = (terminal: Terminal, { curve }: Answer): void => {
  const right = true;
  const columns = [
    { title: 'period' },
    { title: 'planned', right },
    { title: 'expected', right },
    { title: '80%', right },
    { title: 'realised', right },
    { title: 'confirmed', right },
  ];
  const rows = curve.map((point) => [
    point.periods.join(', '),
    moneyOr(point.planned),
    moneyOr(point.expected),
    bandText(point),
    point.realised === null && point.soFar !== null ? `${money(point.soFar)} so far` : moneyOr(point.realised),
    point.values === 0 ? '–' : `${point.confirmed} of ${point.values}`,
  ]);
  table(terminal, columns, rows);
};

const bandText = ({ over, low, high, missing }: CurvePoint): string => {
  if (over) return '';
  if (low !== null && high !== null) return `${rounded(low)}–${rounded(high)}`;
  return missing === null || missing === 'nothing-forecast'
    ? 'nothing forecast'
    : `not enough data (${missing.n} of ${missing.fewest})`;
};

const forecastLines = ({ line, style }: Terminal, { accuracy, reference, baselines }: Answer): void => {
  for (const { months, n, error, bias } of accuracy) {
    if (error !== null && bias !== null)
      line(
        style('dim', `  forecasts ${months} months before: off by ${percent(error)}, leaning ${percent(bias)}, n ${n}`),
      );
  }
  const { like, band } = reference;
  const same = like
    ? `${like.kind} benefits of ${like.class} work`
    : 'similar benefits: no one class of work leads to it';
  if ('low' in band)
    line(
      `  ${band.n} finished ${same} came to ${percent(band.low)}–${percent(band.high)} of their plans, half of them above ${percent(band.middle)}`,
    );
  else line(`  ${same}: not enough data (${band.n} of ${band.fewest} finished)`);
  for (const { name, value, unit, on } of baselines) line(`  before: ${name} ${rounded(value)} ${unit ?? ''} on ${on}`);
};

const claimLines = (terminal: Terminal, { contribution, chain, links }: Answer, offset: number): void => {
  for (const text of wrapped(contribution.sentence, terminal.width - 4)) terminal.line(`  ${text}`);
  for (const { giver, receiver, grade } of chain)
    terminal.line(terminal.style('dim', `  ${giver.kind} ${giver.key} → ${receiver.kind} ${receiver.key} (${grade})`));
  if (chain.length < links)
    terminal.line(
      terminal.style(
        'dim',
        `  ${count(chain.length)} of the ${counted(links, 'link')} that lead to it, ${count(offset)} passed over; --limit and --offset show others`,
      ),
    );
};

const peopleLines = ({ line }: Terminal, { due, measuredUntil, workEnds, owners, signOffs }: Answer): void => {
  const [next] = due;
  const until = measuredUntil === null ? 'no end stated' : `until ${measuredUntil}`;
  const work = workEnds === null ? '' : `; the work ends ${workEnds}`;
  line(
    `  next measurement: ${next ? `${next.period}, from ${next.from} (${next.state})` : 'none'}; measured ${until}${work}`,
  );
  for (const { from, to, at, actor, reason } of owners)
    line(`  owner ${from ?? 'nobody'} → ${to ?? 'nobody'} at ${at} by ${actor}: ${reason}`);
  for (const { period, value, by, at, isOwner } of signOffs)
    line(
      `  ${period}: ${money(value)} confirmed by ${by}${isOwner ? '' : ', who is not its owner,'} ${at === null ? '' : `at ${at}`}`,
    );
};

import { checked } from '#api/checked.ts';
import { showTrace, type UnitTrace } from '#api/value.ts';
import { sumOfDecimals } from '#model/decimal.ts';
import { Fault } from '#model/fault.ts';
import { defineCommand, textOf } from '../define.ts';
import { count, counted, percent } from '../numbers.ts';
import { type Terminal, table } from '../terminal.ts';
import { elsewhere, grouped, leftOutLine, ratesLines, reasonText } from '../value-words.ts';
import { asOf, asOfLine, togetherFlag, valueDays } from './asked.ts';

const input = showTrace.input.shape;

export const valueTrace = defineCommand({
  name: 'value trace',
  says: 'where money went and what it became, or what a benefit came from: amounts, shares, grades, and what goes no further',
  flags: [
    {
      flags: '--through <kind:key>',
      says: 'what leads to one record and where that goes on, such as initiative:portal',
    },
    {
      flags: '--of <what>',
      says: 'money goes forward, benefits go back; spend when left out',
      choices: ['spend', 'budget', 'realised', 'planned'],
    },
    {
      flags: '--evidenced',
      says: 'only along links that are measured (grades A to C); what the others would pass on is held',
    },
    { flags: '--all', says: 'every link; else at most 40, the smaller ones as one' },
    ...valueDays,
    togetherFlag,
    asOf,
  ],
  examples: ['throughline value trace', 'throughline value trace --through benefit:fewer-calls --of realised'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const through = textOf(flags.through);
    const answer = await ask(showTrace, {
      of: checked(input.of, textOf(flags.of), '--of'),
      through: through === undefined ? undefined : endOf(through),
      evidence: flags.evidenced === true ? 'evidenced' : 'claimed',
      limit: flags.all === true ? 100_000 : undefined,
      from: textOf(flags.from),
      until: textOf(flags.until),
      asOf: textOf(flags.asOf),
      together: flags.together === true,
    });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    terminal.line(terminal.style('dim', `  ${answer.from} until ${answer.until}`));
    if (answer.missing !== null)
      terminal.line(`Nothing to trace: ${answer.missing}.${elsewhere(answer.instead, '--of')}`);
    const isBack = flags.of === 'realised' || flags.of === 'planned';
    for (const trace of answer.traces)
      traceLines(terminal, trace, { share: isBack ? 'contributes' : 'passes', all: flags.all === true });
    leftOutLine(terminal, answer.leftOut);
    ratesLines(terminal, answer.rates);
    return 0;
  },
});

const endOf = (typed: string) => {
  const [kind = '', ...key] = typed.split(':');
  const known = input.through.unwrap().shape.kind.safeParse(kind);
  if (known.success && key.length > 0) return { kind: known.data, key: key.join(':') };
  const expected = 'a kind of the chain, a colon and a key, such as initiative:portal,';
  throw new Fault('input-refused', { field: '--through', found: JSON.stringify(typed), expected });
};

/** As many places at which money stays as are read one by one. */
const mostBreaks = 40;

const traceLines = (
  terminal: Terminal,
  { unit, whole, arrived, nodes, links, breaks, barred }: UnitTrace,
  { share, all }: { readonly share: 'passes' | 'contributes'; readonly all: boolean },
): void => {
  const { line, style } = terminal;
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const nameAt = (id: string | null): string => (id === null ? '(none)' : (names.get(id) ?? id));
  line();
  const leftOut = barred === 0 ? '' : `; left out: ${counted(barred, 'link')} that no measurement stands behind`;
  line(`${style('bold', `${grouped(whole)} ${unit}`)}, of which ${grouped(arrived)} arrived${leftOut}`);
  const columns = [
    { title: 'from', most: 30 },
    { title: 'to', most: 30 },
    { title: unit, right: true },
    { title: share, right: true },
    { title: 'grade' },
  ];
  const shareText = (part: number | null, links: number): string =>
    part !== null ? percent(part) : links > 1 ? `${count(links)} links` : '–';
  if (links.length === 0) line('  No link passes any of it on.');
  else
    table(
      terminal,
      columns,
      links.map((link) => [
        nameAt(link.from),
        nameAt(link.to),
        grouped(link.amount),
        shareText(link[share], link.count),
        link.grade,
      ]),
    );
  if (breaks.length === 0) return;
  const sorted = [...breaks].sort((a, b) => Number(b.amount) - Number(a.amount));
  const shown = all ? sorted : sorted.slice(0, mostBreaks);
  line('  goes no further:');
  table(
    terminal,
    [{ title: 'at', most: 30 }, { title: unit, right: true }, { title: 'why' }],
    shown.map(({ at, amount, reason }) => [nameAt(at), grouped(amount), reasonText(reason)]),
  );
  const rest = sorted.slice(shown.length);
  if (rest.length === 0) return;
  const sum = grouped(sumOfDecimals(rest.map(({ amount }) => amount)));
  line(`  and ${sum} ${unit} at ${count(rest.length)} more; --all shows them`);
};

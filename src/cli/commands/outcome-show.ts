import { type Effect, showOutcome } from '#api/outcomes.ts';
import { defineCommand, textOf } from '../define.ts';
import { change, figure, interval, percent } from '../numbers.ts';
import { type Terminal, table, wrapped } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const outcomeShow = defineCommand({
  name: 'outcome show',
  says: 'one outcome: its series, what each initiative that leads to it did to it, and what else may explain it',
  arguments: [{ name: 'key', says: 'the key of the outcome' }],
  flags: [asOf],
  examples: ['throughline outcome show conversion'],
  run: async ({ ask, json, terminal }, { key = '' }, flags) => {
    const answer = await ask(showOutcome, { key, asOf: textOf(flags.asOf) });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    const { outcome, measurements, effects, rivals, contribution } = answer;
    const { line, style } = terminal;
    const better = outcome.direction === null ? '' : `, ${outcome.direction} is better`;
    line(`${style('bold', outcome.name)}  ${style('dim', `${outcome.unit ?? 'no unit stated'}${better}`)}`);
    const columns = [{ title: 'on' }, { title: 'value', right: true }, { title: 'source', most: 40 }];
    table(
      terminal,
      columns,
      measurements.map(({ on, value, source }) => [
        on,
        figure(value, outcome.unit ?? ''),
        source ?? 'no source stated',
      ]),
    );
    const progress =
      outcome.progress === null
        ? 'no baseline and target to measure the way by'
        : `${percent(outcome.progress)} of the way to its target`;
    line(style('dim', `  ${progress}`));
    if (effects.length === 0) line('  No initiative leads to it, so no effect is looked for.');
    for (const effect of effects) effectLines(terminal, effect, outcome.unit ?? '');
    for (const { what, standing, because } of rivals)
      line(
        `  ${standing === 'open' ? 'not ruled out' : standing.replaceAll('-', ' ')}: ${what}${because === undefined ? '' : ` (${because})`}`,
      );
    for (const text of wrapped(contribution.sentence, terminal.width - 4)) line(style('dim', `  ${text}`));
    return 0;
  },
});

const effectLines = (terminal: Terminal, { sentence, weaknesses, estimate }: Effect, unit: string): void => {
  const { line, style, width } = terminal;
  for (const text of wrapped(sentence, width - 4)) line(`  ${text}`);
  if (estimate) {
    const { method, level, trend, step, carriedOver, seasonal } = estimate;
    const part = ({ value, lower, upper }: typeof level): string =>
      `${change(value, unit)} (${interval(lower, upper, unit, 'student-t')})`;
    const way = method === 'difference-from-control' ? 'differences from the control' : 'interrupted series';
    const season = seasonal ? 'with a season' : 'without a season';
    line(
      style(
        'dim',
        `    ${way} ${season}: level ${part(level)}, trend ${part(trend)} a ${step}, ${percent(carriedOver)} of chance carried over`,
      ),
    );
  }
  for (const weakness of weaknesses) line(style('yellow', `    ${weakness}`));
};

import { diagnoseWorkspace } from '#api/diagnosis.ts';
import type { Diagnosis, PatternLine } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import { coverageLines } from '../coverage-lines.ts';
import { defineCommand, textOf } from '../define.ts';
import { bar, count, figure, interval, localDay, percent } from '../numbers.ts';
import { dimensionLine, ruleBlock } from '../rule-lines.ts';
import { word } from '../shell-word.ts';
import { signLines } from '../sign-lines.ts';
import { harmless, padded, type Terminal, widthOf, wrapped } from '../terminal.ts';
import { asOf, asOfLine, looksOf } from './asked.ts';

export const diagnose = defineCommand({
  name: 'diagnose',
  says: 'how IT works against its design: the signs of misalignment, what is kept, where work waits, what cannot be said',
  flags: [
    { flags: '--from <day>', says: 'the first day of the window; the first row when left out' },
    { flags: '--until <day>', says: 'the day before which the window ends' },
    asOf,
  ],
  examples: [
    'throughline diagnose examples/service-desk',
    'throughline diagnose --as-of 2026-01-01 examples/service-desk',
  ],
  run: async ({ ask, json, terminal, folder }, _, flags) => {
    const answer = await ask(diagnoseWorkspace, {
      from: textOf(flags.from),
      until: textOf(flags.until),
      asOf: textOf(flags.asOf),
    });
    if (!json(answer)) {
      asOfLine(terminal, flags);
      showDiagnosis(terminal, answer);
      terminal.line();
      next(terminal, answer, [...looksOf(flags), word(folder)].join(' '));
    }
    return answer.coverage.length === 0 || answer.coverage.some(({ events }) => events > 0) ? 0 : withoutRows;
  },
});

/** The exit code of a diagnosis of logs without a row: the data or the files are wrong. */
const withoutRows = 3;

/** The diagnosis as it is read from top to bottom: the sentence first, what is missing last. */
export const showDiagnosis = (terminal: Terminal, diagnosis: Diagnosis): void => {
  head(terminal, diagnosis);
  section(terminal, 'The signs of misalignment');
  for (const sign of diagnosis.signs) signLines(terminal, sign);
  section(terminal, 'The pattern');
  for (const line of diagnosis.pattern) pattern(terminal, line);
  section(terminal, 'The five dimensions (100 = as designed)');
  for (const dimension of diagnosis.dimensions) dimensionLine(terminal, dimension);
  worst(terminal, diagnosis);
  section(terminal, 'Where work waits');
  readings(terminal, diagnosis.work.headline);
  shares(terminal, diagnosis.work.headline);
  places(terminal, diagnosis.work.stages, 'waiting an item, by stage');
  section(terminal, 'Where decisions wait');
  if (diagnosis.decisions.headline.every(({ n, coverage }) => n === 0 && coverage === null)) {
    terminal.line('   No decision is in this window of the evidence: a mapping says which rows decide (decisions: …).');
  } else {
    readings(terminal, diagnosis.decisions.headline);
    places(terminal, diagnosis.decisions.types, 'from raised to decided, by type');
  }
  section(terminal, 'What this stands on');
  if (diagnosis.coverage.length === 0) terminal.line('   records alone: no log was read');
  for (const source of diagnosis.coverage) coverageLines(terminal, source, diagnosis.timeZone);
  missing(terminal, diagnosis);
};

const head = ({ line, style, width }: Terminal, { workspace, window, timeZone, sentence }: Diagnosis): void => {
  const from = localDay(window.from, timeZone);
  line(
    `${style('bold', workspace)}  ${style('dim', `${from} until ${localDay(window.until, timeZone)} (${timeZone})`)}`,
  );
  line();
  for (const text of wrapped(sentence, Math.min(width, 100) - 2)) line(`  ${style('bold', text)}`);
};

const pattern = ({ line, style, width }: Terminal, { question, answer, missing: why }: PatternLine): void => {
  const [first = '', ...more] = wrapped(answer ?? why ?? 'not told', width - 42);
  const told = (text: string): string => (answer === null ? style('dim', text) : text);
  line(`   ${padded(question, 36)} ${told(first)}`);
  for (const text of more) line(`${' '.repeat(40)}${told(text)}`);
};

const section = ({ line, style }: Terminal, title: string): void => {
  line();
  line(style('cyan', title));
};

const mostRules = 6;

const worst = (terminal: Terminal, { worst: rules, kept, tolerable, fallUnderPressure }: Diagnosis): void => {
  section(terminal, 'Furthest from the design');
  if (rules.length === 0) terminal.line(`   ${nothingBeyond(kept.length + tolerable.length)}`);
  for (const [index, rule] of rules.slice(0, mostRules).entries()) {
    if (index > 0) terminal.line();
    ruleBlock(terminal, rule, index + 1);
  }
  if (rules.length > mostRules) {
    const more = rules.slice(mostRules).map(({ rule }) => rule);
    terminal.line();
    for (const text of wrapped(`and ${more.join(', ')}`, terminal.width - 6)) terminal.line(`   ${text}`);
  }
  band(terminal, 'Tolerable', tolerable, 'yellow');
  band(terminal, 'Kept', kept, 'green');
  band(terminal, 'Less kept under pressure', fallUnderPressure, 'yellow');
};

const nothingBeyond = (read: number): string =>
  read === 0
    ? 'No rule of the design could be read; what each lacks stands below.'
    : 'Every rule that could be read is kept, or within what is tolerable.';

const band = (terminal: Terminal, title: string, rules: readonly string[], colour: 'green' | 'yellow'): void => {
  if (rules.length === 0) return;
  for (const text of wrapped(`${title}: ${rules.join(', ')}`, terminal.width - 6, '  '))
    terminal.line(`   ${terminal.style(colour, text)}`);
};

/** Below this share of the cases a figure says how many it knows of. */
const wellCovered = 0.95;

const readings = ({ line, style, width }: Terminal, all: readonly Reading[]): void => {
  for (const { metric, value, unit, lower, upper, interval: method, n, coverage, missing: why } of all) {
    if (metric === 'flow.time-shares') continue;
    const name = padded(metric.replace(/^\w+\./u, '').replaceAll('-', ' '), 20);
    if (value === null) {
      const [first = '', ...more] = wrapped(why ?? 'no figure', width - 26);
      line(`   ${name} ${style('dim', first)}`);
      for (const text of more) line(`${' '.repeat(24)}${style('dim', text)}`);
      continue;
    }
    const known = coverage === null || coverage >= wellCovered ? '' : `  covers ${percent(coverage)}`;
    const sure = style('dim', `  ${padded(interval(lower, upper, unit, method), 14)} n ${count(n)}${known}`);
    line(`   ${name} ${padded(style('bold', figure(value, unit)), 9, true)}${sure}`);
  }
};

/** Where the time goes, as one bar a class; they sum to the whole. */
const shares = ({ line, style }: Terminal, all: readonly Reading[]): void => {
  const time = all.find(({ metric }) => metric === 'flow.time-shares');
  if (time?.value == null) return;
  const parts: [string, number | null][] = [['active', time.value], ...Object.entries(time.also)];
  line(`   ${style('dim', 'where the time of done items went')}`);
  for (const [name, share] of parts.filter(([, value]) => value !== null && value > 0)) {
    line(
      `     ${padded(name, 10)} ${style(name === 'active' ? 'green' : 'yellow', bar(share ?? 0, 30))} ${percent(share ?? 0)}`,
    );
  }
};

const mostPlaces = 6;

const places = ({ line, style, clip }: Terminal, every: Diagnosis['work']['stages'], title: string): void => {
  const all = every.filter(({ reading }) => (reading.value ?? 0) > 0).slice(0, mostPlaces);
  if (all.length === 0) return;
  line(`   ${style('dim', title)}`);
  const most = Math.max(...all.map(({ reading }) => reading.value ?? 0), Number.MIN_VALUE);
  const names = all.map(({ key }) => clip(harmless(key), 24));
  const wide = Math.max(24, ...names.map(widthOf));
  for (const [index, { reading }] of all.entries()) {
    const { value, unit, lower, upper, n } = reading;
    const length = bar((value ?? 0) / most, 18);
    const range = style('dim', `${interval(lower, upper, unit, reading.interval)}  n ${count(n)}`);
    line(
      `     ${padded(names[index] ?? '', wide)} ${style('yellow', length)} ${padded(figure(value, unit), 8, true)}  ${range}`,
    );
  }
};

const missing = (terminal: Terminal, diagnosis: Diagnosis): void => {
  if (diagnosis.missing.length === 0) return;
  section(terminal, 'What could not be said');
  for (const sentence of diagnosis.missing) {
    for (const text of wrapped(sentence, terminal.width - 6, '  ')) terminal.line(`   ${terminal.style('dim', text)}`);
  }
};

/** What to type next, of what there is to open. */
const next = ({ line, style }: Terminal, diagnosis: Diagnosis, looks: string): void => {
  const { signs, worst, work, decisions } = diagnosis;
  const has = (readings: readonly Reading[]): boolean => readings.some(({ n }) => n > 0);
  const [sign] = signs;
  const [rule] = worst;
  const opens = [
    sign && `explain ${sign.sign}`,
    rule && `conform --rule ${rule.rule}`,
    has(work.headline) && 'metric show flow.flow-efficiency --by team',
    has(decisions.headline) && 'metric rows decision.latency',
    !has(work.headline) && 'value coverage',
  ].filter((words) => typeof words === 'string');
  line(style('dim', 'Open any of it:'));
  for (const words of opens) line(`   throughline ${words} ${looks}`);
};

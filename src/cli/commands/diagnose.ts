import { diagnoseWorkspace } from '#api/diagnosis.ts';
import type { Diagnosis, SourceCoverage } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import { defineCommand, textOf } from '../define.ts';
import { bar, count, counted, figure, interval, localDay, percent } from '../numbers.ts';
import { dimensionLine, ruleBlock } from '../rule-lines.ts';
import { clipped, padded, type Terminal, wrapped } from '../terminal.ts';

export const diagnose = defineCommand({
  name: 'diagnose',
  says: 'how IT works against its design: what is kept, where work and decisions wait, what cannot be said',
  flags: [
    { flags: '--from <day>', says: 'the first day of the window; the first row when left out' },
    { flags: '--until <day>', says: 'the day before which the window ends' },
  ],
  examples: ['throughline diagnose examples/service-desk'],
  run: async ({ ask, json, terminal, folder }, _, flags) => {
    const answer = await ask(diagnoseWorkspace, { from: textOf(flags.from), until: textOf(flags.until) });
    if (json(answer)) return 0;
    showDiagnosis(terminal, answer);
    terminal.line();
    next(terminal, answer, folder);
    return 0;
  },
});

/** The diagnosis as it is read from top to bottom: the sentence first, what is missing last. */
export const showDiagnosis = (terminal: Terminal, diagnosis: Diagnosis): void => {
  head(terminal, diagnosis);
  section(terminal, 'The five dimensions (100 = as designed)');
  for (const dimension of diagnosis.dimensions) dimensionLine(terminal, dimension);
  worst(terminal, diagnosis);
  section(terminal, 'Where work waits');
  readings(terminal, diagnosis.work.headline);
  shares(terminal, diagnosis.work.headline);
  places(terminal, diagnosis.work.stages, 'waiting an item, by stage');
  section(terminal, 'Where decisions wait');
  if (diagnosis.decisions.headline.every(({ n }) => n === 0)) {
    terminal.line('   No decision is in this evidence: no mapping says which rows decide.');
  } else {
    readings(terminal, diagnosis.decisions.headline);
    places(terminal, diagnosis.decisions.types, 'from raised to decided, by type');
  }
  section(terminal, 'What this stands on');
  for (const source of diagnosis.coverage) coverage(terminal, source, diagnosis.timeZone);
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

const section = ({ line, style }: Terminal, title: string): void => {
  line();
  line(style('cyan', title));
};

const mostRules = 6;

const worst = (terminal: Terminal, { worst: rules, within }: Diagnosis): void => {
  section(terminal, 'Furthest from the design');
  if (rules.length === 0) terminal.line('   Every rule that could be read is kept within what is tolerable.');
  for (const [index, rule] of rules.slice(0, mostRules).entries()) {
    if (index > 0) terminal.line();
    ruleBlock(terminal, rule, index + 1);
  }
  if (rules.length > mostRules) {
    const more = rules.slice(mostRules).map(({ rule }) => rule);
    terminal.line();
    for (const text of wrapped(`and ${more.join(', ')}`, terminal.width - 6)) terminal.line(`   ${text}`);
  }
  if (within.length > 0) {
    const kept = wrapped(`Kept: ${within.join(', ')}`, terminal.width - 6, '  ');
    for (const text of kept) terminal.line(`   ${terminal.style('green', text)}`);
  }
};

const readings = ({ line, style }: Terminal, all: readonly Reading[]): void => {
  for (const { metric, value, unit, lower, upper, interval: method, n, missing: why } of all) {
    if (metric === 'flow.time-shares') continue;
    const name = padded(metric.replace(/^\w+\./u, '').replaceAll('-', ' '), 20);
    const told =
      value === null ? style('dim', why ?? 'no figure') : padded(style('bold', figure(value, unit)), 9, true);
    const sure =
      value === null ? '' : style('dim', `  ${padded(interval(lower, upper, unit, method), 14)} n ${count(n)}`);
    line(`   ${name} ${told}${sure}`);
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

const places = ({ line, style }: Terminal, all: Diagnosis['work']['stages'], title: string): void => {
  if (all.length === 0) return;
  line(`   ${style('dim', title)}`);
  const most = Math.max(...all.map(({ reading }) => reading.value ?? 0), Number.MIN_VALUE);
  for (const { key, reading } of all.slice(0, mostPlaces)) {
    const { value, unit, lower, upper, n } = reading;
    const length = bar((value ?? 0) / most, 18);
    const range = style('dim', `${interval(lower, upper, unit, reading.interval)}  n ${count(n)}`);
    line(
      `     ${padded(clipped(key, 24), 24)} ${style('yellow', length)} ${padded(figure(value, unit), 8, true)}  ${range}`,
    );
  }
};

const coverage = ({ line, style, width }: Terminal, source: SourceCoverage, timeZone: string): void => {
  const rows = `${counted(source.events, 'row')} of ${counted(source.items, 'item')}, ${count(source.rejected)} rejected`;
  line(
    `   ${padded(source.source, 12)} ${rows}  ${style('dim', `${localDay(source.from, timeZone)} to ${localDay(source.until, timeZone)}`)}`,
  );
  const names = source.names.map(({ role, mapped }) => {
    const text = `${role} ${percent(mapped)}`;
    return mapped < 0.95 ? style('yellow', text) : text;
  });
  if (names.length === 0) return;
  const indent = ' '.repeat(16);
  for (const text of wrapped(`mapped: ${names.join(' · ')}`, width - 20, '  ')) line(`${indent}${text}`);
};

const missing = (terminal: Terminal, diagnosis: Diagnosis): void => {
  if (diagnosis.missing.length === 0) return;
  section(terminal, 'What could not be said');
  for (const sentence of diagnosis.missing) {
    for (const text of wrapped(sentence, terminal.width - 6, '  ')) terminal.line(`   ${terminal.style('dim', text)}`);
  }
};

const next = ({ line, style }: Terminal, { worst: [first] }: Diagnosis, folder: string): void => {
  const rule = first?.rule ?? 'delivery.allowed-transitions';
  line(style('dim', 'Open any of it:'));
  line(`   throughline conform --rule ${rule} ${folder}`);
  line(`   throughline metric show flow.flow-efficiency --by team ${folder}`);
  line(`   throughline metric rows decision.latency ${folder}`);
};

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Mapping } from '#mapping/mapping.ts';
import { DesignModel } from '#model/design-model.ts';
import { figure, metricIds } from '../../../test/oracle/figure.ts';
import { oracle } from '../../../test/oracle/oracle.ts';
import { noFaults } from './faults.ts';
import { type Example, generate } from './generate.ts';

/** The cells of a file in which a quoted value never holds a quote or the end of a line. */
const cellsOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    );

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

const factsOf = ({ files }: Example) => {
  const yaml = (path: string): unknown => parse(files.get(path) ?? '');
  const model = [...files.keys()].filter((path) => path.startsWith('model/')).map(yaml);
  const logs = ['tickets', 'approvals'].map((source) => {
    const [header = [], ...rows] = cellsOf(files.get(`data/${source}.csv`) ?? '');
    return { source, header, rows, mapping: Mapping.parse(yaml(`maps/${source}.yaml`)) };
  });
  const { calendar } = parse(files.get('throughline.yaml') ?? '') as { calendar: { holidays: string[] } };
  const hours = Object.fromEntries(weekdays.map((day) => [day, [{ from: '08:00', until: '17:00' }]]));
  return oracle({
    logs,
    designs: [DesignModel.parse(Object.assign({}, ...model))],
    calendar: { timeZone: 'Europe/Berlin', hours, holidays: calendar.holidays },
  });
};

/** Under these seeds the share of open decisions is never level at exactly one half, where medians are read differently. */
test.each([
  ['with faults', { seed: 1 }],
  ['as designed', { seed: 5, faults: noFaults }],
  ['of few tickets', { seed: 9, items: 300 }],
])('who reads the logs of an organisation %s finds what the ledger says', (_, setting) => {
  const example = generate(setting);
  const facts = factsOf(example);
  const { figures, window, rows } = example.ledger;
  expect(facts.fates.rejected).toBe(rows.tickets?.rejected);
  for (const metric of metricIds) {
    const [read] = figure(facts, { metric, window });
    // What goals, money and outcomes tell is not made up here.
    if (!/^(?:flow|decision|quality)\./u.test(metric)) continue;
    const known = figures[metric];
    expect(read?.n, metric).toBe(known?.n);
    const told = Object.entries({ value: read?.value, ...read?.also });
    // A companion that the generator does not keep count of has nothing to be held against.
    for (const [name, value] of told.filter(([each]) => each === 'value' || (known && each in known.also))) {
      const truth = name === 'value' ? known?.value : known?.also[name];
      if (typeof value === 'number') expect(truth ?? Number.NaN, `${metric} ${name}`).toBeCloseTo(value, 8);
      else expect(truth ?? null, `${metric} ${name}`).toBeNull();
    }
  }
});

import type { ColumnKind, Exporter, ExportLog, ExportRow } from './define.ts';
import { isoOf } from './time.ts';

const extensions = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
  ['Lifecycle', 'lifecycle'],
] as const;

const ofTrace = 'case:';

/**
 * XES as IEEE 1849-2016 has it. The log's own columns keep their names, those that begin with `case:` as attributes of
 * traces; what the standard calls by another name stands there under that name too. Then `throughline:order` counts the
 * rows of an item, because with more columns than before nothing else keeps rows of one moment in their order.
 */
export const xes: Exporter = {
  id: 'xes',
  title: 'Event logs in XML (XES)',
  head: (log) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">',
      ...extensions.map(
        ([name, prefix]) =>
          `\t<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
      ),
      '\t<global scope="trace">',
      `\t\t${attribute('text', 'concept:name', 'UNKNOWN')}`,
      '\t</global>',
      '\t<global scope="event">',
      `\t\t${attribute('text', 'concept:name', 'UNKNOWN')}`,
      `\t\t${attribute('time', 'time:timestamp', '0')}`,
      '\t</global>',
      '\t<classifier name="Activity" keys="concept:name"/>',
      `\t${attribute('text', 'concept:name', log.source)}`,
      '',
    ].join('\n'),
  rows: (log, rows, first) =>
    itemsOf(rows, log.item)
      .map((item, index) => traceOf(log, item, first && index === 0))
      .join(''),
  tail: '</log>\n',
};

const itemsOf = (rows: readonly ExportRow[], item: number): ExportRow[][] => {
  const items: ExportRow[][] = [];
  for (const row of rows) {
    const last = items.at(-1);
    if (last && last[0]?.[item] === row[item]) last.push(row);
    else items.push([row]);
  }
  return items;
};

/** In the first trace each column has an attribute, be it empty, so that a reader knows of those that are empty throughout. */
const traceOf = (log: ExportLog, rows: readonly ExportRow[], whole: boolean): string => {
  const [head] = rows;
  const shared = log.columns.flatMap(({ name }, column) =>
    name.startsWith(ofTrace) && rows.every((row) => row[column] === head?.[column]) ? [column] : [],
  );
  const own = log.columns.flatMap((_, column) => (shared.includes(column) ? [] : [column]));
  const of = (row: ExportRow | undefined, columns: readonly number[], all: boolean, cut: number): string[] =>
    columns.flatMap((column) => {
      const { name = '', kind = 'text' } = log.columns[column] ?? {};
      const value = row?.[column] ?? null;
      if (value === null) return all ? [attribute('text', name.slice(cut), '')] : [];
      return [attribute(kind, name.slice(cut), value)];
    });
  const named = log.columns.some(({ name }) => name === `${ofTrace}concept:name`);
  const lines = [
    '\t<trace>',
    ...(named ? [] : [attribute('text', 'concept:name', head?.[log.item] ?? '')]).map((text) => `\t\t${text}`),
    ...of(head, shared, whole, ofTrace.length).map((text) => `\t\t${text}`),
  ];
  for (const [index, row] of rows.entries()) {
    const attributes = [...standard(log, row, index + 1), ...of(row, own, whole && index === 0, 0)];
    lines.push('\t\t<event>', ...attributes.map((text) => `\t\t\t${text}`), '\t\t</event>');
  }
  lines.push('\t</trace>', '');
  return lines.join('\n');
};

/** What the standard calls by names that the log does not use. */
const standard = (log: ExportLog, row: ExportRow, place: number): string[] => {
  const { columns, activity, at, person, team, lifecycle } = log;
  const value = (column: number): string | null => row[column] ?? null;
  const wanted: readonly (readonly [ColumnKind, string, string | null])[] = [
    ['text', 'concept:name', value(activity) ?? 'update'],
    ['time', 'time:timestamp', value(at)],
    ['text', 'org:resource', value(person)],
    ['text', 'org:group', value(team)],
    ['text', 'lifecycle:transition', value(lifecycle) ?? 'complete'],
    ['int', orderKey, String(place)],
  ];
  if (!addsKeys(log)) return [];
  return wanted.flatMap(([kind, key, text]) =>
    text === null || columns.some(({ name }) => name === key) ? [] : [attribute(kind, key, text)],
  );
};

const orderKey = 'throughline:order';

/** A log whose items, times and activities have the standard's names is one already. */
const addsKeys = ({ columns, item, at }: ExportLog): boolean =>
  columns[item]?.name !== 'case:concept:name' ||
  columns[at]?.name !== 'time:timestamp' ||
  !columns.some(({ name }) => name === 'concept:name');

const elements: Readonly<Record<ColumnKind, string>> = {
  text: 'string',
  time: 'date',
  int: 'int',
  float: 'float',
  boolean: 'boolean',
};

/** What the standard says is a text stays one, also where every name is a number. */
const elementOf = (kind: ColumnKind, key: string): string =>
  elements[/^(concept|org|lifecycle):/u.test(key) ? 'text' : kind];

const attribute = (kind: ColumnKind, key: string, value: string): string =>
  `<${elementOf(kind, key)} key="${escaped(key)}" value="${kind === 'time' ? isoOf(value) : escaped(value)}"/>`;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML makes blanks of line ends in attributes, unless they are written by number; other control characters it cannot hold. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"\t\n\r]/gu, (mark) => marks[mark] ?? `&#${mark.charCodeAt(0)};`)
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '\ufffd');

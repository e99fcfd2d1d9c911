import { expect, test } from 'vitest';
import { csv } from './csv.ts';
import type { ExportLog, ExportRow } from './define.ts';
import { exporters } from './index.ts';
import { isoOf } from './time.ts';
import { xes } from './xes.ts';

const log = (names: readonly string[], parts: Partial<ExportLog> = {}): ExportLog => ({
  source: 'tickets',
  columns: names.map((name) => ({ name, kind: name === 'at' || name === 'time:timestamp' ? 'time' : 'text' })),
  item: 0,
  at: 1,
  activity: -1,
  person: -1,
  team: -1,
  lifecycle: -1,
  ...parts,
});

test('every format goes by its id', () => {
  expect(exporters.map(({ id }) => id)).toEqual(['csv', 'xes']);
});

test.each([
  ['0', '1970-01-01T00:00:00.000Z'],
  ['-1', '1969-12-31T23:59:59.999999Z'],
  ['1767323045123000', '2026-01-02T03:04:05.123Z'],
  ['1767323045123456', '2026-01-02T03:04:05.123456Z'],
  ['253402300799999999', '9999-12-31T23:59:59.999999Z'],
  ['-62135596800000000', '0001-01-01T00:00:00.000Z'],
])('%s microseconds are %s', (micros, iso) => {
  expect(isoOf(micros)).toBe(iso);
});

test.each([
  ['a text', 'New', 'New'],
  ['nothing', null, ''],
  ['a comma', 'a,b', '"a,b"'],
  ['a quote', 'a"b', '"a""b"'],
  ['a line end', 'a\nb', '"a\nb"'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula that is a call', '=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['a plus', '+cmd', "'+cmd"],
  ['a minus', '-cmd', "'-cmd"],
  ['an exchange of data', "-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ['an at', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t=1', "'\t=1"],
  ['a carriage return', '\r=1', '"\'\r=1"'],
  ['a NUL', '\0=1', "'\0=1"],
  ['a minus alone', '-', "'-"],
  ['a whole number below zero', '-5', '-5'],
  ['a number below zero', '-5.25', '-5.25'],
  ['a number of thousands', '-1,234.5', '"-1,234.5"'],
  ['a number with an exponent', '-1.2e-5', '-1.2e-5'],
  ['a number with a plus', '+49', '+49'],
  ['a formula in its middle', 'a=1', 'a=1'],
])('in CSV a cell holds %s', (_, value, cell) => {
  expect(csv.rows(log(['x']), [[value]], true)).toBe(`${cell}\r\n`);
});

test('in CSV the names of columns are no formulas either, and times are in UTC', () => {
  const tickets = log(['=item', 'at']);
  expect(csv.head(tickets) + csv.rows(tickets, [['1', '0']], true) + csv.tail).toBe(
    "'=item,at\r\n1,1970-01-01T00:00:00.000Z\r\n",
  );
});

const attributes = (text: string): string[] =>
  [...text.matchAll(/<(trace|event|(\w+) key="([^"]*)" value="([^"]*)")/gu)].map(([, tag = '', type, key, value]) =>
    type === undefined ? tag : `${type} ${key}=${value}`,
  );

test('in XES what the standard names otherwise has both names', () => {
  const tickets = log(['number', 'at', 'state', 'who', 'group'], { activity: 2, person: 3, team: 4 });
  const rows: ExportRow[] = [
    ['1', '0', 'New', null, 'desk'],
    ['1', '1000', null, 'p-1', null],
    ['2', '0', 'New', null, null],
  ];
  expect(attributes(xes.rows(tickets, rows, true)).join('; ')).toBe(
    [
      'trace; string concept:name=1',
      'event; string concept:name=New; date time:timestamp=1970-01-01T00:00:00.000Z; string org:group=desk; string lifecycle:transition=complete; int throughline:order=1',
      'string number=1; date at=1970-01-01T00:00:00.000Z; string state=New; string who=; string group=desk',
      'event; string concept:name=update; date time:timestamp=1970-01-01T00:00:00.001Z; string org:resource=p-1; string lifecycle:transition=complete; int throughline:order=2',
      'string number=1; date at=1970-01-01T00:00:00.001Z; string who=p-1',
      'trace; string concept:name=2',
      'event; string concept:name=New; date time:timestamp=1970-01-01T00:00:00.000Z; string lifecycle:transition=complete; int throughline:order=1',
      'string number=2; date at=1970-01-01T00:00:00.000Z; string state=New',
    ].join('; '),
  );
});

test('in XES a log with the names of the standard is as it was', () => {
  const names = ['case:concept:name', 'time:timestamp', 'concept:name', 'case:type', 'case:owner'];
  const rows: ExportRow[] = [
    ['1', '0', 'New', 'bug', 'a'],
    ['1', '0', 'Done', 'bug', 'b'],
  ];
  expect(attributes(xes.rows(log(names, { activity: 2 }), rows, false)).join('; ')).toBe(
    'trace; string concept:name=1; string type=bug; event; date time:timestamp=1970-01-01T00:00:00.000Z; string concept:name=New; string case:owner=a; ' +
      'event; date time:timestamp=1970-01-01T00:00:00.000Z; string concept:name=Done; string case:owner=b',
  );
});

test.each([
  ['marks of XML', '<a & "b">', '&lt;a &amp; &quot;b&quot;&gt;'],
  ['line ends and tabs', 'a\nb\r\tc', 'a&#10;b&#13;&#9;c'],
  ['characters that XML cannot hold', 'a\u0001b\ufffe', 'a\ufffdb\ufffd'],
  ['half a pair', 'a\ud83d', 'a\ufffd'],
])('in XES a value holds %s', (_, value, text) => {
  expect(xes.rows(log(['x', 'at']), [[value, '0']], false)).toContain(`<string key="x" value="${text}"/>`);
});

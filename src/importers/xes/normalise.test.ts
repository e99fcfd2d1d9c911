import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Fault } from '#model/fault.ts';
import { pseudonym } from '../reading/fixtures/try-file.ts';
import { did, event, log, mapping, type Outcome, read, trace, tryXes } from './fixtures/try-xes.ts';

/** What was taken, a row a piece: the values of some columns, `-` for none. */
const taken = ({ rows, result }: Outcome, ...columns: readonly string[]): string =>
  rows.map((row) => columns.map((name) => row[6 + result.columns.indexOf(name)] || '-').join(' ')).join(' · ');

/** What was not, and what the file gave cause to wonder about. */
const told = ({ rejects, result: { warnings } }: Outcome): string =>
  [
    ...rejects.map(({ row, line, code, column, found }) => `${row}/${line} ${code} ${column ?? '-'}: ${found}`),
    ...warnings.map(({ code, count, example }) => `${code} × ${count} ${example}`),
  ].join(' · ');

const namespaces = 'xmlns="http://www.xes-standard.org/" xes.version="1849-2016" xes.features="nested-attributes"';
const full = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment -->
<log ${namespaces}>
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
  <classifier name="Activity" keys="concept:name"/>
  <string key="concept:name" value="the log"/>
  ${trace('A', did('New'), did('Done'))}
</log>`;

describe('a log', () => {
  test.each([
    ['as the standard has it', full, 'A New · A Done', ''],
    ['without namespace, version and extensions', log(trace('A', did('New'))), 'A New', ''],
    [
      'with a prefix',
      full.replaceAll(/<(\/?)(\w)/gu, '<$1xes:$2').replace('xmlns=', 'xmlns:xes='),
      'A New · A Done',
      '',
    ],
    ['in capitals', log(trace('A', did('New')).replaceAll('event', 'Event').replaceAll('key=', 'Key=')), 'A New', ''],
    ['with values in elements of other types', log(trace('A', did('New').replace('<date', '<string'))), 'A New', ''],
    ['with a whole number that is none', log(trace('A', did('New', undefined, 'int n=many'))), 'A New', ''],
    [
      'with a type that there is not',
      log(trace('A', did('New', undefined, 'decimal n=1'))),
      'A New',
      'passed-over × 1 line 3: <decimal>',
    ],
    [
      'with an attribute without a key',
      log(trace('A', did('New'), '<event><string value="x"/></event>')),
      'A New',
      '2/4 name-missing concept:name:  · passed-over × 1 line 4: <string> without a key',
    ],
    ['with an empty trace', log(trace('A'), trace('B', did('New'))), 'B New', 'trace-empty × 1 line 2'],
    ['without traces', log(), '', ''],
    [
      'with text in between',
      log('text', trace('A', did('New'))),
      'A New',
      'passed-over × 1 line 3: text between elements',
    ],
    [
      'with elements that no log has',
      log('<note><event/></note>', trace('A', '<note/>', did('New'))),
      'A New',
      'passed-over × 2 line 2: <note>',
    ],
    [
      'with an event outside of traces',
      log(did('New'), trace('A', did('New'))),
      'A New',
      '1/2 item-missing case:concept:name: ',
    ],
    [
      'with an event outside of traces that names its own',
      log(did('New', undefined, 'case:concept:name=B'), trace('A', did('New'))),
      'B New · A New',
      '',
    ],
    [
      'with an event without a time',
      log(trace('A', did('New'), event('concept:name=Done'))),
      'A New',
      '2/4 time-missing time:timestamp: ',
    ],
    [
      'with an event without a name',
      log(trace('A', did('New'), event('date time:timestamp=2026-01-02'))),
      'A New',
      '2/4 name-missing concept:name: ',
    ],
    ['with an event of nothing', log(trace('A', did('New'), '<event/>')), 'A New', '2/4 name-missing concept:name: '],
    [
      'with a trace without a name',
      log(trace('A', did('New')), `<trace>${did('Old')}</trace>`),
      'A New',
      '2/5 item-missing case:concept:name: ',
    ],
    [
      'with a trace that is named behind its events',
      log(trace('A', did('New')), `<trace>${did('Old')}<string key="concept:name" value="B"/></trace>`),
      'A New',
      '2/5 item-missing case:concept:name:  · passed-over × 1 line 5: <string> behind the first event of its trace',
    ],
    ['with a time that is none', log(trace('A', did('New', 'soon'))), '', '1/3 time-unreadable time:timestamp: xxxx'],
    [
      'with a day that there is not',
      log(trace('A', did('New', '2026-02-30T00:00:00Z'))),
      '',
      '1/3 time-out-of-range time:timestamp: 2026-02-30T00:00:00Z',
    ],
    [
      'with a key twice in an event',
      log(trace('A', did('New', undefined, 'n=1;n=2'))),
      '',
      '1/3 key-twice n: two values',
    ],
    ['with a key twice that says the same', log(trace('A', did('New', undefined, 'n=1;n=1'))), 'A New', ''],
    [
      'with a key twice in a trace',
      log(trace('A', event('').replace('<event></event>', '<string key="concept:name" value="B"/>'), did('New'))),
      'A New',
      'passed-over × 1 line 3: a second value of one key of a trace',
    ],
    ['with blanks around values', log(trace(' A ', did(' New ', ' 2026-01-02 '))), 'A New', ''],
    ['with letters of every kind', log(trace('A', did('Prüfung 😀 <&>"'))), 'A Prüfung 😀 <&>"', ''],
    ['with letters by number', log(trace('A', did('New')).replace('New', '&#x4e;e&#119;')), 'A New', ''],
  ])('%s is read alike in chunks of every size', async (_, text, rows, refused) => {
    for (const chunk of [1, 3, 65_536]) {
      const outcome = await read(text, mapping(), { chunk });
      expect(taken(outcome, 'case:concept:name', 'concept:name')).toBe(rows);
      expect(told(outcome)).toBe(refused);
      const { total, accepted, rejected } = outcome.result;
      expect([accepted, accepted + rejected]).toEqual([outcome.rows.length, total]);
    }
  });

  test.each([
    ['of a trace', log(trace('A', '<string key="type" value="bug"/>', did('New'))), 'case:type', 'bug'],
    [
      'inside another',
      log(
        trace(
          'A',
          did('New').replace(
            '</event>',
            '<string key="cost" value="5"><string key="unit" value="EUR"/></string></event>',
          ),
        ),
      ),
      'cost/unit',
      'EUR',
    ],
    [
      'inside one of a trace',
      log(trace('A', '<container key="by"><string key="unit" value="7"/></container>', did('New'))),
      'case:by/unit',
      '7',
    ],
    [
      'of a list',
      log(
        trace(
          'A',
          did('New').replace(
            '</event>',
            '<list key="l"><values><string key="x" value="a"/><string key="x" value="b"/></values></list></event>',
          ),
        ),
      ),
      'l/x',
      'a, b',
    ],
    [
      'of a list of the first edition',
      log(
        trace(
          'A',
          did('New').replace(
            '</event>',
            '<list key="l"><string key="x" value="a"/><string key="x" value="b"/></list></event>',
          ),
        ),
      ),
      'l/x',
      'a, b',
    ],
    [
      'of a trace that an event contradicts',
      log(trace('A', '<string key="type" value="bug"/>', did('New'), did('Old', undefined, 'case:type=task'))),
      'case:type',
      'bug',
    ],
    [
      'that is there by default',
      log(
        '<global scope="event"><string key="org:group" value="desk"/></global>',
        trace('A', did('New'), did('Done', undefined, 'org:group=lab')),
      ),
      'org:group',
      'desk · lab',
    ],
    [
      'of a trace that is there by default',
      log(
        '<global scope="trace"><string key="type" value="task"/></global>',
        trace('A', '<string key="type" value="bug"/>', did('New')),
        trace('B', did('New')),
      ),
      'case:type',
      'bug · task',
    ],
    [
      'that is there by default in whatever place',
      log(
        trace('A', did('New'), did('Old', undefined, 'x=1')),
        '<global scope="event"><string key="x" value="0"/></global>',
        trace('B', did('New')),
      ),
      'x',
      '- · 1 · 0',
    ],
    ['without a value', log(trace('A', did('New', undefined, 'empty'))), 'empty', '-'],
  ])('has a column for an attribute %s', async (_, text, column, values) => {
    expect(taken(await read(text), column)).toBe(values);
  });

  test('says neither when nor what happened by default', async () => {
    const globals =
      '<global scope="trace"><string key="concept:name" value="X"/></global><global><date key="time:timestamp" value="1970-01-01"/><string key="concept:name" value="UNKNOWN"/></global>';
    const outcome = await read(
      log(
        globals,
        trace('A', did('New'), event('concept:name=x'), event('date time:timestamp=2026-01-02')),
        `<trace>${did('x')}</trace>`,
      ),
    );
    expect(outcome.rejects.map(({ code }) => code)).toEqual(['time-missing', 'name-missing', 'item-missing']);
  });

  test('need not call its events by the standard', async () => {
    const mapped = mapping({ columns: { item: 'case:id', at: 'when', state: 'what' } });
    const text = log('<trace><string key="id" value="7"/><event><date key="when" value="2026-01-02"/></event></trace>');
    const outcome = await read(text.replace('</event>', '<string key="what" value="go"/></event>'), mapped);
    expect(taken(outcome, 'case:id', 'what')).toBe('7 go');
  });

  test.each([
    [
      'Windows-1252',
      Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${log(trace('A', did('Prüfung')))}`, 'latin1'),
    ],
    [
      'ISO 8859-1',
      Buffer.from(`<?xml version='1.0' encoding='ISO-8859-1'?>${log(trace('A', did('Prüfung')))}`, 'latin1'),
    ],
    [
      'UTF-8 with a mark',
      Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-8"?>${log(trace('A', did('Prüfung')))}`),
    ],
    [
      'UTF-16 with a mark',
      Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${log(trace('A', did('Prüfung')))}`, 'utf16le'),
    ],
    [
      'UTF-16 of the other order',
      Buffer.from(`<?xml version="1.0"?>${log(trace('A', did('Prüfung')))}`, 'utf16le').swap16(),
    ],
    ['UTF-8, packed', gzipSync(log(trace('A', did('Prüfung'))))],
  ])('in %s is read', async (_, bytes) => {
    expect(taken(await read(bytes), 'concept:name')).toBe('Prüfung');
  });

  test('longer than its limits costs one event', async () => {
    const text = log(
      trace(
        'A',
        did('New'),
        did('x'.repeat(600), undefined, `y=${'y'.repeat(600)}`),
        did('z'.repeat(900)),
        did('Done'),
      ),
    );
    const outcome = await read(text, mapping(), { field: 800, record: 1000 });
    expect(taken(outcome, 'concept:name')).toBe('New · Done');
    expect(outcome.rejects.map(({ row, line, code, column }) => [row, line, code, column])).toEqual([
      [2, 4, 'record-too-long', undefined],
      [3, 5, 'field-too-long', 'concept:name'],
    ]);
  });
});

describe('a person', () => {
  const people = {
    columns: { item: 'case:concept:name', at: 'time:timestamp', person: 'org:resource' },
    people: ['case:owner'],
  };

  test('is written as a pseudonym, of an event and of a trace', async () => {
    const text = log(trace('A', '<string key="owner" value="Zoë"/>', did('New', undefined, 'org:resource=Ann')));
    const outcome = await read(text, mapping(people));
    expect(taken(outcome, 'org:resource', 'case:owner')).toBe(`${pseudonym('Ann')} ${pseudonym('Zoë')}`);
    expect(outcome.clean).not.toMatch(/Ann|Zo/u);
  });

  test.each([
    ['where a time should be', did('New', 'Ann', 'org:resource=Ann'), 'xxx'],
    [
      'who stands there for the second time',
      `${did('New', undefined, 'org:resource=Ann')}${did('New', 'Ann', '')}`,
      '(hidden: a person)',
    ],
    ['of whom there are two', did('New', undefined, 'org:resource=Ann;org:resource=Bob'), 'two values'],
  ])('is not shown in a reject %s', async (_, events, found) => {
    const { rejects } = await read(
      log(
        trace('A', events, did('x', undefined, 'org:resource=Cid')),
        '<trace><string key="owner" value="Eve"/></trace>',
      ),
      mapping(people),
    );
    expect(rejects.map((reject) => reject.found)).toEqual([found]);
  });
});

test.each([
  ['no declared column', log(trace('A', event('concept:name=x'))), 'columns-missing', 'no column time:timestamp'],
  [
    'keys without end',
    log(trace('A', ...Array.from({ length: 20 }, (_, i) => event(`k${i}=1`)))),
    'keys-too-many',
    'more than 10 keys',
  ],
])('a log with %s is refused', async (_, text, code, said) => {
  const fault = await tryXes(text, mapping(), { columns: 10 });
  expect(fault).toBeInstanceOf(Fault);
  if (fault instanceof Fault) expect([fault.code, fault.message.includes(said)]).toEqual([code, true]);
});

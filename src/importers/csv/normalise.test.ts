import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '#model/fault.ts';
import { pseudonym } from '../reading/fixtures/try-file.ts';
import { mapping, read, tryLog } from './fixtures/try-log.ts';

const chunkSizes = [1, 2, 3, 7, 65_536];
const day = '2026-01-02';

describe('a log', () => {
  test.each([
    ['as one row a record', `item,at,state\nA,${day},New\nB,${day},Done\n`, 'A New · B Done', ''],
    ['in whatever order its columns stand', `state,x,at,item\nNew,1,${day},A\n`, 'A New', ''],
    ['without a last line end', `item,at,state\nA,${day},New`, 'A New', ''],
    ['with mixed line ends', `item,at,state\r\nA,${day},New\rB,${day},Done\n\r\n`, 'A New · B Done', 'blank 1'],
    ['with one byte order mark', `\ufeffitem,at,state\nA,${day},New\n`, 'A New', ''],
    ['with two byte order marks', `\ufeff\ufeffitem,at,state\nA,${day},New\n`, 'A New', ''],
    ['with a line that names the delimiter', `sep=;\r\nitem;at;state\r\nA;${day};New, here\r\n`, 'A New, here', ''],
    ['with empty lines in front of the header', `\n\nitem,at,state\nA,${day},New\n`, 'A New', ''],
    ['with line breaks in quotes', `item,at,state\nA,${day},"in\nprogress"\n`, 'A in\nprogress', ''],
    ['with quotes, commas and \\r', `item,at,state\nA,${day},"say ""x"", \r y"\n`, 'A say "x", \r y', ''],
    ['without outer blanks', `item,at,state\n A ,\t${day} ,"\u00a0New \n"\n`, 'A New', ''],
    ['with a value for what is missing', `item,at,state\nA,${day},?\nB,${day},\\N\n`, 'A - · B -', ''],
    ['with a break and blanks in a header', `item,"at\n",state\nA,${day},New\n`, 'A New', ''],
    ['with no rows', 'item,at,state', '', ''],
    ['with a short row', `item,at,state\nA,${day}\nB,${day},New\n`, 'B New', '1/2 ragged -: 2 fields'],
    ['with a long row', `item,at,state\nA,${day},New,\n`, '', '1/2 ragged -: 4 fields'],
    ['with a row of delimiters', 'item,at,state\n,,\n', '', '1/2 item-missing item: '],
    ['with a row without a time', 'item,at,state\nA,?,New\n', '', '1/2 time-missing at: '],
    ['with a time that is none', 'item,at,state\nA,soon,New\n', '', '1/2 time-unreadable at: xxxx'],
    ['with a day that does not exist', 'item,at,state\nA,2026-02-30,New\n', '', '1/2 time-out-of-range at: 2026-02-30'],
    ['with a NUL', `item,at,state\nA,${day},N\0w\n`, '', '1/2 nul state: a NUL byte'],
    [
      'with a stray quote',
      `item,at,state\nA,${day},5" disk\nB,${day},New\n`,
      'B New',
      '1/2 stray-quote state: a quote inside a field',
    ],
    [
      'with an unclosed quote at its start',
      `item,at,state\n"A,${day},New\nB,${day},New\n`,
      'B New',
      '1/2 quote-unclosed item: a quote that opens a field',
    ],
    [
      'with an unclosed quote in its middle',
      `item,at,state\nA,${day},New\nB,"${day},New\nC,${day},New\n`,
      'A New · C New',
      '2/3 quote-unclosed at: a quote that opens a field',
    ],
    [
      'with an unclosed quote at its end',
      `item,at,state\nA,${day},New\nB,${day},"`,
      'A New',
      '2/3 quote-unclosed state: a quote that opens a field',
    ],
    [
      'with a number that a spreadsheet shortened',
      `item,at,state\n1.2E+15,${day},New\n`,
      '',
      '1/2 item-damaged item: 1.2E+15',
    ],
    [
      'with rows counted without empty lines',
      `item,at,state\n\nA,${day},"x\ny"\n\nB,,\n`,
      'A x\ny',
      '2/6 time-missing at:  blank 2',
    ],
  ])('%s is read alike in chunks of every size', async (_, log, rows, refused) => {
    const mapped = mapping({ file: { missing: ['?', '\\N'] } });
    for (const chunk of chunkSizes) {
      const outcome = await read(log, mapped, { chunk });
      expect(states(outcome)).toBe(rows);
      expect(refusals(outcome)).toBe(refused);
    }
  });

  test.each([
    ['a byte that is no UTF-8', ['ff'], '1/2 encoding state: the byte 0xFF'],
    ['a character cut short', ['e282'], '1/2 encoding state: the byte 0xE2'],
    ['an overlong form', ['c080'], '1/2 encoding state: the byte 0xC0'],
    ['half a pair', ['eda080'], '1/2 encoding state: the byte 0xED'],
  ])('loses only the row that holds %s', async (_, [hex = ''], refused) => {
    const log = Buffer.concat([
      Buffer.from(`item,at,state\nA,${day},Geprüft`),
      Buffer.from(hex, 'hex'),
      Buffer.from(`\nB,${day},Geprüft 😀\n`),
    ]);
    for (const chunk of chunkSizes) {
      const outcome = await read(log, mapping(), { chunk });
      expect(states(outcome)).toBe('B Geprüft 😀');
      expect(refusals(outcome)).toBe(refused);
    }
  });

  test.each([
    ['Windows-1252', 'windows-1252', Buffer.from(`item,at,state\nA,${day},Pr\xfcfung \x80\n`, 'latin1')],
    ['UTF-16 with a mark', 'utf-16le', Buffer.from(`\ufeffitem,at,state\nA,${day},Prüfung €\n`, 'utf16le')],
    [
      'UTF-16 of the other order',
      'utf-16be',
      Buffer.from(`\ufeffitem,at,state\nA,${day},Prüfung €\n`, 'utf16le').swap16(),
    ],
    ['UTF-8, packed', 'utf-8', gzipSync(`item,at,state\nA,${day},Prüfung €\n`)],
    [
      'UTF-8, packed in two parts',
      'utf-8',
      Buffer.concat([gzipSync('item,at,state\n'), gzipSync(`A,${day},Prüfung €\n`)]),
    ],
  ])('in %s is read', async (_, encoding, bytes) => {
    const outcome = await read(bytes, mapping({ file: { encoding } }));
    expect(states(outcome)).toBe('A Prüfung €');
    expect(outcome.result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(outcome.result.bytes).toBe(bytes.length);
  });

  test('in UTF-16 loses only the row with half a pair', async () => {
    const log = `item,at,state\nA,${day},x\ud83d\nB,${day},New\n`;
    const outcome = await read(Buffer.from(log, 'utf16le'), mapping({ file: { encoding: 'utf-16le' } }));
    expect(states(outcome)).toBe('B New');
    expect(refusals(outcome)).toBe('1/2 encoding state: the byte 0xFF');
  });

  test('is written in six columns of the project and its own but for the times', async () => {
    const log = `item,at,opened,due,need,state\nA,1969-12-31T23:59:59.5Z,${day},,2026-01-03,"a,""b"""\n`;
    const outcome = await read(
      log,
      mapping({
        columns: { item: 'item', at: 'at', created: 'opened', promised: 'due' },
        decisions: { type: { always: 'x' }, steps: [{ state: 'x', to: 'ask' }], neededBy: 'need' },
      }),
    );
    expect(outcome.clean).toBe(`1,-500000,1767312000000000,,1767484799999999,,A,"a,""b"""\n`);
    expect(outcome.result).toMatchObject({ from: -500, until: -500, total: 1, accepted: 1, rejected: 0, blank: 0 });
  });

  test.each([
    [
      'its end where the item was over',
      '2026-01-04',
      '',
      '1767484800000000,1767312000000000,,,,A,1767312000000000,1767484800000000',
    ],
    ['its own time where it was not', '', '', '1767312000000000,1767312000000000,,,,A,1767312000000000,'],
    [
      'its end where the item came up before its own time',
      '2026-01-04',
      '2026-01-01',
      '1767484800000000,1767225600000000,,,,A,1767312000000000,1767484800000000',
    ],
  ])('takes a row of a list as of %s', async (_, end, opened, clean) => {
    const columns = { item: 'item', at: 'at', ended: 'end', ...(opened === '' ? {} : { created: 'opened' }) };
    const log = `item,at,end,opened\nA,${day},${end},${opened}\n`;
    const outcome = await read(log, mapping({ columns }));
    expect(outcome.clean).toBe(`1,${clean}${opened === '' ? ',' : ''}\n`);
    expect(outcome.result.until).toBe(Date.parse(end || day));
  });

  test('refuses a row whose end cannot be read', async () => {
    const outcome = await read(
      `item,at,end\nA,${day},then\n`,
      mapping({ columns: { item: 'item', at: 'at', ended: 'end' } }),
    );
    expect(refusals(outcome)).toBe('1/2 time-unreadable end: xxxx');
  });

  test.each([
    ['a day in UTC', 'UTC', '2026-01-03', [], '1767484799999999'],
    ['a day of the zone of the log', 'Europe/Berlin', '2026-01-03', [], '1767481199999999'],
    ['a time as it is', 'UTC', '2026-01-03T00:00', [], '1767398400000000'],
    ['a time that stands for its day', 'UTC', '2026-01-03T00:00', ['due'], '1767484799999999'],
  ])('reads what is promised as %s', async (_, zone, due, wholeDays, instant) => {
    const columns = { item: 'item', at: 'at', promised: 'due' };
    const mapped = mapping({ columns, time: { formats: ['iso'], zone, wholeDays } });
    const { clean } = await read(`item,at,due\nA,2026-01-03T10:00Z,${due}\n`, mapped);
    expect(clean).toBe(`1,1767434400000000,,${instant},,,A\n`);
  });

  test.each([
    ['a line end', '"a\nb"'],
    ['a lone \\r', '"a\rb"'],
    ['a comma', '"a,b"'],
    ['a quote', '"a""b"'],
    ['nothing of these', 'a b'],
  ])('is written with quotes where a field holds %s', async (_, field) => {
    expect((await read(`item,at,state\nA,${day},${field}\n`)).clean.endsWith(`,${field}\n`)).toBe(true);
  });

  test('refuses a row whose creation cannot be read, and takes one without', async () => {
    const log = `item,at,opened\nA,${day},?\nB,${day},then\n`;
    const mapped = mapping({ columns: { item: 'item', at: 'at', created: 'opened' }, file: { missing: ['?'] } });
    const outcome = await read(log, mapped);
    expect(outcome.rows).toHaveLength(1);
    expect(refusals(outcome)).toBe('2/3 time-unreadable opened: xxxx');
  });

  test('starts at its header row, counted without the line that names the delimiter', async () => {
    const log = `sep=;\nReport of today\r\n"made by";x\r\nitem;at;state\nA;${day};\n`;
    for (const chunk of chunkSizes) {
      const outcome = await read(log, mapping({ file: { headerRow: 3 } }), { chunk });
      expect(outcome.rows).toHaveLength(1);
      expect((await read(`${log}B;;\n`, mapping({ file: { headerRow: 3 } }), { chunk })).rejects[0]?.line).toBe(6);
    }
  });

  test('in another dialect is quoted where the clean file needs it', async () => {
    const outcome = await read(
      `item;at;state\nA;${day};a "b", c\nB;${day};'it''s;'\n`,
      mapping({ file: { delimiter: ';', quote: "'" } }),
    );
    expect(states(outcome)).toBe(`A a "b", c · B it's;`);
  });
});

describe('a person', () => {
  const people = { columns: { item: 'item', at: 'at', person: 'who', actor: 'by' }, people: ['also'] };

  test('is written as a pseudonym in every column of people, and nowhere else shown', async () => {
    const log = `item,at,who,by,also\nA,${day}, Zoë Ångström ,"Zoe\u0308 A\u030angstro\u0308m",\nB,${day},"O""Neil, J",?,x\n`;
    const outcome = await read(log, mapping({ ...people, file: { missing: ['?'] } }));
    const zoe = pseudonym('Zoë Ångström');
    expect(outcome.rows.map((row) => row.slice(7))).toEqual([
      [zoe, zoe, ''],
      [pseudonym('O"Neil, J'), '', pseudonym('x')],
    ]);
    expect(outcome.clean).not.toMatch(/Zo|Neil/u);
  });

  test.each([
    ['in a column of people', 'A,soon,Ann,,\n', { columns: { item: 'item', at: 'who' }, people: ['who'] }, 'who'],
    ['who slipped into another column', `A,${day},Ann,,\nA,Ann,,,\n`, people, 'at'],
    ['of whom no row before spoke, where a time should be', 'A,Ann,,,\n', people, 'at', 'xxx'],
  ])('%s is hidden in a reject', async (_, rows, parts, column, found = '(hidden: a person)') => {
    const { rejects } = await read(`item,at,who,by,also\n${rows}`, mapping(parts));
    expect(rejects).toMatchObject([{ column, found }]);
  });

  test.each([
    [
      'by the first rule that takes the name',
      {
        rules: [
          { like: '(.*) \\d+', to: '$1' },
          { is: 'Agent 7', to: 'no' },
        ],
      },
      'Agent',
    ],
    ['empty where no rule takes it', { rules: [{ is: 'Somebody', to: 'clerk' }] }, ''],
    ['empty even where names are kept', { keep: true, rules: [] }, ''],
  ])('has a role %s', async (_, roles, role) => {
    const log = `item,at,who,by,also\nA,${day},Agent 7,,\n`;
    expect((await read(log, mapping({ ...people, roles }))).rows[0]?.[5]).toBe(role);
  });

  test('who acts has the role where nobody has the item', async () => {
    const roles = { rules: [{ is: 'Ann', to: 'clerk' }] };
    const mapped = mapping({ columns: { item: 'item', at: 'at', actor: 'by' }, roles });
    expect((await read(`item,at,by\nA,${day},Ann\n`, mapped)).rows[0]?.[5]).toBe('clerk');
  });

  test('in a log of changes is the new value of a field of persons, and of a field declared as people', async () => {
    const mapped = mapping({
      columns: { item: 'item', at: 'at', actor: 'by' },
      people: ['from', 'sponsor'],
      changes: { field: 'field', to: 'to', fields: { status: 'state', assignee: 'person' } },
      roles: { rules: [{ is: ['Ann', 'Bob'], to: 'clerk' }] },
    });
    const log = `item,at,field,from,to,by\nA,${day},assignee,Ann,Bob,Ann\nA,${day},sponsor,,Ann,Ann\nA,${day},status,New,Done,Ann\n`;
    const { rows, result } = await read(log, mapped);
    const [ann, bob] = [pseudonym('Ann'), pseudonym('Bob')];
    expect(rows.map((row) => [row[5], ...row.slice(7)])).toEqual([
      ['clerk', 'assignee', ann, bob, ann],
      ['', 'sponsor', '', ann, ann],
      ['', 'status', pseudonym('New'), 'Done', ann],
    ]);
    expect(result.warnings).toEqual([]);
  });

  test('is the old value of a field of persons too, in whatever column that has no other meaning', async () => {
    const mapped = mapping({
      columns: { item: 'item', at: 'at', team: 'team' },
      changes: { field: 'field', to: 'to', fields: { status: 'state', assignee: 'person' } },
      key: ['item', 'field', 'from'],
    });
    const log = `item,at,field,from,to,team\nA,${day},assignee,Ann,Bob,net\nA,${day},status,New,Done,net\n`;
    const [ann, bob] = [pseudonym('Ann'), pseudonym('Bob')];
    expect((await read(log, mapped)).rows.map((row) => row.slice(7))).toEqual([
      ['assignee', ann, bob, 'net'],
      ['status', 'New', 'Done', 'net'],
    ]);
  });

  test('is asked for once, however many rows name the same few', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `P${i % 7000}`);
    const log = `item,at,who,by,also\n${names.map((name) => `A,${day},${name},,`).join('\n')}\n`;
    const { rows } = await read(log, mapping(people));
    expect(rows.map((row) => row[7])).toEqual(names.map(pseudonym));
  });
});

describe('a warning', () => {
  const decisions = { type: { always: 'buy' }, by: 'who', steps: [{ activity: 'ok', to: 'decide' }] };
  test.each([
    ['is given of a decider who may be a person', {}, ['decider-in-clear']],
    ['is not given of a decider under a pseudonym', { people: ['who'] }, []],
    ['is not given of roles with levels', { decisions: { ...decisions, levels: { keep: true } } }, []],
  ])('%s', async (_, parts, expected) => {
    const { result } = await read(`item,at,state,who\nA,${day},ok,Ann\n`, mapping({ decisions, ...parts }));
    expect(result.warnings.map(({ code }) => code)).toEqual(expected);
  });

  test.each([
    [
      'a time that the clocks skipped',
      'item,at\nA,2026-03-29 02:30\nB,2026-03-29 02:31\n',
      'time-gap 2 row 1, at: 2026-03-29 02:30',
    ],
    [
      'a time that the clocks showed twice',
      'item,at\nA,2025-10-26 02:30\n',
      'time-overlap 1 row 1, at: 2025-10-26 02:30',
    ],
    ['columns without a name of their own', `item,at,x,,x\nA,${day},1,2,3\n`, 'column-renamed 3 x (1)'],
  ])('tells of %s', async (_, log, expected) => {
    const parts = { columns: { item: 'item', at: 'at' }, time: { formats: ['iso'], zone: 'Europe/Berlin' } };
    const { warnings } = (await read(log, mapping(parts))).result;
    expect(warnings.map(({ code, count, example }) => `${code} ${count} ${example}`)).toEqual([expected]);
  });
});

describe('a file is refused', () => {
  test.each([
    ['when it is empty', '', {}, 'file-empty', 'is empty'],
    ['when it holds empty lines only', '\n\n', {}, 'file-empty', 'is empty'],
    ['when it is a workbook', 'PK\u0003\u0004rest', {}, 'file-not-text', 'Excel workbook'],
    ['when it is full of NULs', `a\0\0\0b\0\0\0c\0`, {}, 'file-not-text', 'NUL'],
    ['when it is UTF-16 and not declared', Buffer.from(`item,at,state\n`, 'utf16le'), {}, 'file-encoding', 'utf-16le'],
    ['when it bears the mark of UTF-16', Buffer.from([0xfe, 0xff, 0, 0x61]), {}, 'file-encoding', 'utf-16be'],
    ['when it is UTF-8 and declared as UTF-16', 'item,at,state\n', { encoding: 'utf-16le' }, 'file-encoding', 'utf-8'],
    [
      'when a declared column is not there',
      'item,At,state\n',
      {},
      'columns-missing',
      'no column at (did you mean At?)',
    ],
    ['when a declared column stands twice', 'item,at,at,state\n', {}, 'column-twice', '2 columns named at'],
    ['when a quote of the header is not closed', 'item,"at\n', {}, 'header-unreadable', 'not closed'],
    [
      'when the header is in another encoding',
      Buffer.from('item,at,\xfc\n', 'latin1'),
      {},
      'header-unreadable',
      'windows-1252',
    ],
    ['when the header holds a NUL', 'item,at,state,a\0b\n', {}, 'header-unreadable', 'NUL'],
    ['when it ends before its header row', 'item,at,state\n', { headerRow: 3 }, 'header-unreadable', 'ends before'],
    ['when delimiter and quote are the same', 'item,at,state\n', { delimiter: '"' }, 'dialect-wrong', 'must differ'],
    [
      'when its packed text ends early',
      gzipSync('item,at,state\n'.repeat(50)).subarray(0, 30),
      {},
      'file-unreadable',
      'too early',
    ],
    [
      'when its packed text is damaged',
      damaged(gzipSync('item,at,state\n'.repeat(50))),
      {},
      'file-unreadable',
      'damaged',
    ],
    [
      'when it has 100,000 columns',
      Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(),
      {},
      'columns-too-many',
      '100,000 columns',
    ],
    ['when it has 1,000,000 columns', ','.repeat(999_999), {}, 'columns-too-many', '1,000,000 columns'],
    [
      'when it is a packed bomb',
      gzipSync(`item,at,state\n${`A,${day},New\n`.repeat(2_000_000)}`),
      {},
      'file-unreadable',
      'unpacks to more than 200 times',
    ],
    ['when its header is too long', 'x'.repeat((1 << 20) + 1), {}, 'header-unreadable', 'longer than'],
  ])('%s', async (_, log, file, code, sentence) => {
    for (const chunk of [7, 65_536]) {
      const outcome = await tryLog(log, mapping({ file }), { chunk: log.length > 10_000 ? 65_536 : chunk });
      expect(outcome).toMatchObject({ code });
      expect(outcome instanceof Fault && outcome.message).toContain(sentence);
    }
  });

  test.each([
    ['item', { columns: { item: 'gone', at: 'at' } }],
    ['a part', { columns: { item: 'item', at: 'at', team: 'gone' } }],
    ['the key', { key: ['item', 'gone'] }],
    ['people', { people: ['gone'] }],
    ['the future', { knowTheFuture: ['gone'] }],
    ['changes', { changes: { field: 'gone', to: 'state', fields: {} } }],
    ['decisions', { decisions: { type: { always: 'x' }, steps: [{ state: 'x', to: 'ask' }], amount: 'gone' } }],
    ['a type of decisions', { decisions: { type: { from: 'gone' }, steps: [{ state: 'x', to: 'ask' }] } }],
  ])('when the column of %s is not there', async (_, parts) => {
    expect(await tryLog('item,at,state\n', mapping(parts))).toMatchObject({
      code: 'columns-missing',
      detail: { missing: [{ column: 'gone' }] },
    });
  });

  test('when its text is larger than the limit, packed or not', async () => {
    const log = `item,at,state\n${`A,${day},New\n`.repeat(1000)}`;
    expect(await tryLog(log, mapping(), { text: 5000 })).toMatchObject({ code: 'file-too-large' });
    expect(await tryLog(gzipSync(log), mapping(), { text: 5000 })).toMatchObject({ code: 'file-too-large' });
    expect(await tryLog(gzipSync(log), mapping(), { text: log.length })).not.toBeInstanceOf(Fault);
  });
});

describe('a limit costs one record', () => {
  test.each([
    ['a field of 64 MiB', 64 << 20, ''],
    ['a field of 64 MiB in quotes', 64 << 20, '"'],
  ])('where it meets %s', async (_, size, quote) => {
    const log = `item,at,state\nA,${day},${quote}${'x'.repeat(size)}${quote}\nB,${day},New\n`;
    const outcome = await read(log);
    expect(states(outcome)).toBe('B New');
    expect(refusals(outcome)).toBe('1/2 field-too-long state: a longer field');
  });

  test('where it meets a record of 1,000,000 fields', async () => {
    const outcome = await read(`item,at,state\nA,${day},${','.repeat(999_997)}\nB,${day},New\n`);
    expect(states(outcome)).toBe('B New');
    expect(refusals(outcome)).toBe('1/2 ragged -: 1000000 fields');
  });

  test.each(chunkSizes)('whatever the chunk: %i bytes', async (chunk) => {
    const log = `item,at,state\nA,${day},${'x'.repeat(21)}\nB,${day},"x\n${'y'.repeat(20)}"\nC,${day},New\n`;
    const outcome = await read(log, mapping(), { chunk, field: 20 });
    expect(states(outcome)).toBe('C New');
    expect(outcome.rejects.map(({ code }) => code)).toEqual(['field-too-long', 'quote-unclosed', 'stray-quote']);
  });
});

describe('for any file', () => {
  const bytes = fc.oneof(
    fc.constantFrom(
      ...[',', '"', '\n', '\r\n', '\r', ' ', 'A', day, `A,${day},New\n`, '\0', 'é'].map((text) => Buffer.from(text)),
    ),
    fc.uint8Array({ minLength: 1, maxLength: 3 }).map((array) => Buffer.from(array)),
  );
  const body = fc.array(bytes, { maxLength: 40 }).map((parts) => Buffer.concat(parts));

  test('accepted and rejected rows make up the total, in chunks of every size', async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.integer({ min: 1, max: 9 }), async (body, chunk) => {
        const log = Buffer.concat([Buffer.from('item,at,state\n'), body]);
        const outcome = await tryLog(log, mapping());
        if (outcome instanceof Fault) return;
        expect(outcome.rows.length + outcome.rejects.length).toBe(outcome.result.total);
        expect(outcome.result.accepted).toBe(outcome.rows.length);
        expect(outcome.result.rejected).toBe(outcome.rejects.length);
        const numbers = [...outcome.rows.map(([row]) => Number(row)), ...outcome.rejects.map(({ row }) => row)];
        expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
        expect(await tryLog(log, mapping(), { chunk })).toEqual(outcome);
      }),
      { numRuns: 300 },
    );
  });

  const text = fc.string({
    unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '"', '\n', '\r', 'é', '😀'),
    maxLength: 8,
  });
  const row = fc.tuple(fc.stringMatching(/^[A-Z]{1,3}$/u), text, text);

  test('rows that are written are the rows that stood there', async () => {
    const dialect = fc.constantFrom([',', '"'], [';', '"'], ['\t', '"'], ['|', "'"]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 8 }),
        dialect,
        fc.constantFrom('\n', '\r\n'),
        async (rows, [delimiter = '', quote = ''], end) => {
          const quoted = (value: string) => `${quote}${value.replaceAll(quote, quote + quote)}${quote}`;
          const line = (values: readonly string[]) => values.map(quoted).join(delimiter) + end;
          const log = [['item', 'at', 'state', 'note'], ...rows.map(([item, state, note]) => [item, day, state, note])];
          const outcome = await read(log.map(line).join(''), mapping({ file: { delimiter, quote } }));
          const expected = rows.map(([item, state, note]) => [item, trimmed(state), trimmed(note)]);
          expect(outcome.rows.map((fields) => fields.slice(6))).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('rows in another order are the same rows', async () => {
    const rows = fc.array(
      fc.tuple(fc.constantFrom('A', 'B', ''), fc.constantFrom(day, 'x', ''), fc.constantFrom('s', '"t,u"', 'p"q')),
      { maxLength: 12 },
    );
    const shuffled = rows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([rows, others]) => {
        const contents = async (list: readonly (readonly string[])[]) => {
          const outcome = await read(`item,at,state\n${list.map((fields) => `${fields.join()}\n`).join('')}`);
          return outcome.rows.map((fields) => JSON.stringify(fields.slice(1))).toSorted();
        };
        expect(await contents(others)).toEqual(await contents(rows));
      }),
      { numRuns: 100 },
    );
  });
});

const trimmed = (text: string): string => text.replace(/^[\0- \u00a0]+|[\0- \u00a0]+$/gu, '');

function damaged(packed: Buffer): Buffer {
  packed.fill(0xff, 12, 20);
  return packed;
}

/** The rows, each as its item and its state. */
const states = ({ rows, result }: Awaited<ReturnType<typeof read>>): string => {
  const [item, state] = [result.columns.indexOf('item'), result.columns.indexOf('state')];
  return rows.map((row) => `${row[6 + item]} ${row[6 + state] || '-'}`).join(' · ');
};

/** The rejects as row/line, code, column and what was found, and the number of empty lines. */
const refusals = ({ rejects, result }: Awaited<ReturnType<typeof read>>): string =>
  [
    ...rejects.map(({ row, line, code, column, found }) => `${row}/${line} ${code} ${column ?? '-'}: ${found}`),
    ...(result.blank > 0 ? [`blank ${result.blank}`] : []),
  ].join(' ');

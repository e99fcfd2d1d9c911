import { expect, test } from 'vitest';
import { shownCell } from '../cells/cell.ts';
import { zipped } from '../zip/write-zip.ts';
import { lastRow } from './read-sheet.ts';
import { openWorkbook } from './read-workbook.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Parts = {
  readonly rows?: string;
  readonly behind?: string;
  readonly settings?: string;
  readonly texts?: string;
  readonly state?: string;
  readonly more?: Readonly<Record<string, string>>;
};

/** A workbook of one sheet, written as other programs might. */
const bookOf = ({ rows = '', behind = '', settings = '', texts = '', state = '', more = {} }: Parts): Uint8Array => {
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${office}"><x:workbookPr ${settings}/><x:sheets><x:sheet name="S" sheetId="1" r:id="r1" ${state}/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="/xl/s.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${office}/sharedStrings" Target="t.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d&quot;x&quot; mmm"/><numFmt numFmtId="171" formatCode="&quot;days&quot; 0.000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="2"/></cellXfs></styleSheet>`,
    'xl/t.xml': `<sst>${texts}</sst>`,
    'xl/s.xml': `<worksheet><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...more,
  };
  return zipped(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
};

const readOf = (parts: Parts) => {
  const { sheets, remarks } = openWorkbook('t.xlsx', bookOf(parts));
  const [sheet] = sheets;
  if (!sheet) throw new Error('there is no sheet');
  const reader = sheet.open();
  const rows = [...reader.rows()];
  return { sheet, reader, rows, remarks: [...remarks, ...reader.remarks] };
};

const shown = (parts: Parts): string =>
  readOf(parts)
    .rows.map(
      ({ row, cells }) => `${row}: ${cells.map((cell) => (cell.is === 'nothing' ? '' : shownCell(cell))).join('|')}`,
    )
    .join(' / ');

const cell = (attributes: string, inside: string): Parts => ({
  rows: `<row r="1"><c r="A1" ${attributes}>${inside}</c></row>`,
});

test.each<[string, Parts, string]>([
  ['a number', cell('', '<v>1.5</v>'), '1: 1.5'],
  ['every digit of a number', cell('', '<v>0.30000000000000004</v>'), '1: 0.30000000000000004'],
  ['a day of 1900', cell('s="1"', '<v>1</v>'), '1: 1900-01-01'],
  ['the last day before the false leap day', cell('s="1"', '<v>59</v>'), '1: 1900-02-28'],
  ['the false leap day as the number it is', cell('s="1"', '<v>60</v>'), '1: 60'],
  ['the first day behind the false leap day', cell('s="1"', '<v>61</v>'), '1: 1900-03-01'],
  ['a day', cell('s="1"', '<v>46112</v>'), '1: 2026-03-31'],
  ['a day counted from 1904', { ...cell('s="1"', '<v>44650</v>'), settings: 'date1904="1"' }, '1: 2026-03-31'],
  ['the first day counted from 1904', { ...cell('s="1"', '<v>0</v>'), settings: 'date1904="true"' }, '1: 1904-01-01'],
  ['an instant', cell('s="2"', '<v>46112.75</v>'), '1: 2026-03-31 18:00:00'],
  ['the second before midnight rounded up', cell('s="2"', '<v>46111.999999999</v>'), '1: 2026-03-31'],
  ['a day in a format of one’s own', cell('s="3"', '<v>46112</v>'), '1: 2026-03-31'],
  ['no day for the letters of a word', cell('s="4"', '<v>46112</v>'), '1: 46112'],
  ['no day behind the last', cell('s="1"', '<v>9999999</v>'), '1: 9999999'],
  ['a day as text', cell('t="d"', '<v>2026-03-31T00:00:00</v>'), '1: 2026-03-31 00:00:00'],
  ['yes', cell('t="b"', '<v>1</v>'), '1: true'],
  ['yes as a formula', cell('t="b"', '<f>TRUE()</f><v>1</v>'), '1: true'],
  ['an error, which is no empty cell', cell('t="e"', '<v>#N/A</v>'), '1: the error #N/A'],
  ['a shared text', { ...cell('t="s"', '<v>0</v>'), texts: '<si><t>a &amp; b</t></si>' }, '1: "a & b"'],
  ['a text in pieces', { ...cell('t="s"', '<v>0</v>'), texts: '<si><r><t>a </t></r><r><t>b</t></r></si>' }, '1: "a b"'],
  [
    'a text without how it is spoken',
    { ...cell('t="s"', '<v>0</v>'), texts: '<si><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></si>' },
    '1: "東"',
  ],
  ['a text in its place', cell('t="inlineStr"', '<is><t>a</t></is>'), '1: "a"'],
  ['signs that XML has no place for', cell('t="inlineStr"', '<is><t>_x0041__x005F_x0041_</t></is>'), '1: "A_x0041_"'],
  ['the value of a formula', cell('', '<f>1+1</f><v>2</v>'), '1: 2'],
  [
    'a formula that came to nothing',
    { rows: '<row r="1"><c t="str"><f>A2</f><v></v></c><c><v>1</v></c></row>' },
    '1: ""|1',
  ],
  [
    'a formula that was never calculated',
    cell('', '<f>1+1</f>'),
    '1: a formula without a value, as if the file was never calculated',
  ],
  ['a number as long as it was damaged', cell('', '<v>1.2345678901234501E+18</v>'), '1: 1.2345678901234501E+18'],
  ['a number that is text', cell('t="inlineStr"', '<is><t>00123</t></is>'), '1: "00123"'],
  [
    'cells and rows without their names',
    { rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' },
    '1: 1|2 / 2: 3',
  ],
  ['cells in the middle', { rows: '<row r="3"><c r="AB3"><v>1</v></c></row>' }, `3: ${'|'.repeat(27)}1`],
  [
    'no rows that hold nothing',
    { rows: '<row r="1"><c r="A1" s="1"/></row><row r="5"><c r="A5"><v>1</v></c></row>' },
    '5: 1',
  ],
])('a workbook is read with %s', (_, parts, rows) => {
  expect(shown(parts)).toBe(rows);
});

test('the places that a format shows are kept', () => {
  expect(readOf(cell('s="5"', '<v>12</v>')).rows[0]?.cells).toEqual([{ is: 'number', text: '12', places: 2 }]);
});

test.each<[string, Parts, string]>([
  ['formulas', cell('', '<f>1+1</f><v>2</v>'), 'values of formulas, as they were calculated last × 1'],
  [
    'hidden rows',
    { rows: '<row r="1" hidden="1"><c><v>1</v></c></row>' },
    'rows that are hidden, and are read all the same × 1',
  ],
  [
    'a sheet that is full',
    { rows: `<row r="${lastRow}"><c><v>1</v></c></row>` },
    'the sheet is full to its last row, so that rows may have been cut off × 1',
  ],
  [
    'macros',
    { ...cell('', '<v>1</v>'), more: { 'xl/vbaProject.bin': 'x' } },
    'macros, which are never run or read × 1',
  ],
])('a workbook tells of %s', (_, parts, told) => {
  expect(readOf(parts).remarks.map(({ what, count }) => `${what} × ${count}`)).toEqual([told]);
});

test('sheets that are hidden and cells that are merged are known', () => {
  const { sheet, reader } = readOf({
    state: 'state="veryHidden"',
    behind: '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>',
  });
  expect(sheet.hidden).toBe(true);
  expect(reader.merged).toEqual([{ left: 1, top: 1, right: 2, bottom: 3 }]);
});

test.each<[string, Uint8Array, string]>([
  ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'it is an old workbook (.xls), or has a password'],
  ['no workbook', Buffer.from('hello'), 'it is no workbook, whatever its name says'],
  ['a packed file', zipped([{ name: 'a', bytes: Buffer.from('a') }]), 'it is packed, but no workbook'],
  [
    'a document',
    bookOf({
      more: {
        '_rels/.rels': `<R><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></R>`,
      },
    }),
    'it is a document, but no workbook',
  ],
  [
    'a binary workbook',
    bookOf({
      more: { '_rels/.rels': `<R><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.bin"/></R>` },
    }),
    'it is a binary workbook: save it as .xlsx',
  ],
  ['a DOCTYPE', bookOf({ more: { 'xl/s.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }), 'S in it has a DOCTYPE'],
  ['an entity of its own', bookOf({ more: { 'xl/s.xml': '<a>&b;</a>' } }), 'S in it is no XML that can be read'],
  ['broken XML', bookOf({ more: { 'xl/s.xml': '<a><b></a>' } }), 'S in it is no XML that can be read'],
  [
    'XML that is too deep',
    bookOf({ more: { 'xl/s.xml': '<a>'.repeat(200_000) } }),
    'more than 64 elements inside each other',
  ],
  [
    'an element of too many attributes',
    bookOf({ more: { 'xl/s.xml': `<a ${Array.from({ length: 100_000 }, (_, n) => `a${n}=""`).join(' ')}/>` } }),
    'an element of more than 64 attributes',
  ],
  [
    'a text without end',
    bookOf({ more: { 'xl/s.xml': `<a>${Array.from({ length: 1_200_000 }, (_, n) => n.toString(36)).join(' ')}</a>` } }),
    'of more than 4000000 characters',
  ],
  [
    'bytes that are no text',
    bookOf({ more: { 'xl/t.xml': '<sst>\u0000</sst>' } }),
    'xl/t.xml in it is no XML that can be read',
  ],
  ['a text that there is not', bookOf(cell('t="s"', '<v>7</v>')), 'there is no text 7 in the workbook'],
  ['a number that is none', bookOf(cell('', '<v>abc</v>')), 'a cell holds "abc" as a number'],
  ['a row behind the last', bookOf({ rows: '<row r="1048577"/>' }), 'row 1048577 follows row 0'],
  ['rows that run back', bookOf({ rows: '<row r="2"/><row r="2"/>' }), 'row 2 follows row 2'],
  [
    'a column behind the last',
    bookOf({ rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }),
    'a cell stands in column 16385',
  ],
])('a workbook is refused for %s', (_, bytes, why) => {
  const read = (): unknown => openWorkbook('t.xlsx', bytes).sheets.map((sheet) => [...sheet.open().rows()]);
  const from = performance.now();
  expect(read).toThrow(why);
  expect(performance.now() - from).toBeLessThan(5_000);
});

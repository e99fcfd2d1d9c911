import { zipped } from '../zip/write-zip.ts';
import { escaped } from './text.ts';
import { type SheetOut, sheetXml } from './write-sheet.ts';
import { stylesXml } from './write-styles.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/**
 * A workbook (ISO 29500, .xlsx) of typed cells, whose heads stay in sight and whose columns offer what may stand in them.
 *
 * Equal sheets are equal bytes: nothing in it says when or by whom it was written.
 */
export const writtenWorkbook = (sheets: readonly SheetOut[]): Uint8Array => {
  const numbers = new Map<string, number>();
  const texts = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const written = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    bytes: packedParts(sheetXml(sheet, texts)),
  }));
  return zipped([
    { name: '[Content_Types].xml', bytes: Buffer.from(typesXml(sheets.length)) },
    { name: '_rels/.rels', bytes: Buffer.from(relationsXml([['officeDocument', 'xl/workbook.xml']])) },
    { name: 'xl/workbook.xml', bytes: Buffer.from(workbookXml(sheets)) },
    { name: 'xl/_rels/workbook.xml.rels', bytes: Buffer.from(relationsXml(workbookTargets(sheets.length))) },
    { name: 'xl/styles.xml', bytes: Buffer.from(stylesXml) },
    { name: 'xl/sharedStrings.xml', bytes: packedParts(textsXml([...numbers.keys()])) },
    ...written,
  ]);
};

/** Parts of a text as bytes, put together a megabyte at a time. */
const packedParts = (parts: Iterable<string>): Uint8Array => {
  const done: Uint8Array[] = [];
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < 1 << 20) continue;
    done.push(Buffer.from(text));
    text = '';
  }
  return Buffer.concat([...done, Buffer.from(text)]);
};

function* textsXml(texts: readonly string[]): Generator<string> {
  yield `${head}<sst xmlns="${main}" uniqueCount="${texts.length}">`;
  for (const text of texts) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
  yield '</sst>';
}

const workbookXml = (sheets: readonly SheetOut[]): string => {
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets></workbook>`;
};

const workbookTargets = (count: number): (readonly [string, string])[] => [
  ...Array.from({ length: count }, (_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
  ['styles', 'styles.xml'],
  ['sharedStrings', 'sharedStrings.xml'],
];

const relationsXml = (targets: readonly (readonly [string, string])[]): string => {
  const listed = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packaged}/relationships">${listed.join('')}</Relationships>`;
};

const typesXml = (sheets: number): string => {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: (readonly [string, string])[] = [
    ['xl/workbook.xml', `${kind}.sheet.main+xml`],
    ['xl/styles.xml', `${kind}.styles+xml`],
    ['xl/sharedStrings.xml', `${kind}.sharedStrings+xml`],
    ...Array.from(
      { length: sheets },
      (_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${kind}.worksheet+xml`] as const,
    ),
  ];
  const listed = parts.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${listed.join('')}</Types>`;
};

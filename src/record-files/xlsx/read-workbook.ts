import { Fault } from '#model/fault.ts';
import type { Remark } from '../cells/cell.ts';
import type { PlainTaker } from '../xml/plain-scanner.ts';
import { readPlainXml, readWholeXml } from '../xml/read-xml.ts';
import { openZip, type Zip } from '../zip/read-zip.ts';
import { type Ground, SheetReader } from './read-sheet.ts';
import { stylesOf } from './styles.ts';
import { unescaped } from './text.ts';

/** A sheet by its name, to be read when it is wanted. */
export type Sheet = { readonly name: string; readonly hidden: boolean; readonly open: () => SheetReader };

export type Workbook = { readonly sheets: readonly Sheet[]; readonly remarks: readonly Remark[] };

const mostSheets = 500;
const mostTexts = 20_000_000;

/** Whether bytes begin as a workbook or anything like one does. */
export const looksLikeWorkbook = (name: string, head: Uint8Array): boolean =>
  isPacked(head) ? /\.xls[xm]$/iu.test(name) : /\.xls[xmb]?$/iu.test(name);

const isPacked = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b;

/**
 * Opens a workbook (ISO 29500, .xlsx). Its macros and links are never looked at.
 *
 * Older workbooks, those in binary and those with a password are refused as what they are.
 */
export const openWorkbook = (path: string, bytes: Uint8Array): Workbook => {
  const refuse = (why: string): Fault => new Fault('records-unreadable', { path, why });
  if (!isPacked(bytes)) throw refuse(unpackedWorkbook(bytes));
  const zip = openZip(path, bytes);
  const root = [...targetsOf(path, zip, '_rels/.rels', '')].find(([, { type }]) => type === 'officeDocument')?.[1].part;
  if (root === undefined) throw refuse('it is packed, but no workbook: save it as .xlsx');
  if (root.endsWith('.bin')) throw refuse('it is a binary workbook: save it as .xlsx');
  if (!root.startsWith('xl/')) throw refuse('it is a document, but no workbook');
  const targets = targetsOf(path, zip, relationsOf(root), 'xl/');
  const partOf = (type: string): string => [...targets.values()].find((each) => each.type === type)?.part ?? '';
  const { sheets, is1904 } = sheetsOf(path, zip, root);
  if (sheets.length > mostSheets) throw refuse(`it has ${sheets.length} sheets`);
  let ground: Ground | undefined;
  const grounded = (): Ground => {
    ground ??= {
      path,
      is1904,
      texts: textsOf(path, zip, partOf('sharedStrings')),
      styles: stylesOf(path, zip, partOf('styles')),
    };
    return ground;
  };
  return {
    sheets: sheets.flatMap(({ name, hidden, relation }) => {
      const target = targets.get(relation);
      if (target?.type !== 'worksheet') return [];
      return [{ name, hidden, open: () => new SheetReader(grounded(), name, zip.bytes(target.part)) }];
    }),
    remarks: zip.names.some((name) => /vbaProject/iu.test(name))
      ? [{ what: 'macros, which are never run or read', count: 1, example: path }]
      : [],
  };
};

/** The files that older office programs wrote, and that newer ones write with a password. */
const unpackedWorkbook = (bytes: Uint8Array): string =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf
    ? 'it is an old workbook (.xls), or has a password: save it as .xlsx without one'
    : 'it is no workbook, whatever its name says';

type Target = { readonly type: string; readonly part: string };

const relationsOf = (part: string): string => part.replace(/([^/]+)$/u, '_rels/$1.rels');

/** Which part of the file each relation leads to. One that leads out of the file leads nowhere. */
const targetsOf = (path: string, zip: Zip, part: string, folder: string): ReadonlyMap<string, Target> => {
  const targets = new Map<string, Target>();
  if (!zip.has(part)) return targets;
  readWholeXml(path, part, zip.bytes(part), {
    open: ({ name, attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      targets.set(Id, {
        type,
        part: Target.startsWith('/') ? Target.slice(1) : `${folder}${Target.replace(/^\.\//u, '')}`,
      });
    },
  });
  return targets;
};

const sheetsOf = (path: string, zip: Zip, part: string) => {
  const sheets: { readonly name: string; readonly hidden: boolean; readonly relation: string }[] = [];
  let is1904 = false;
  readWholeXml(path, part, zip.bytes(part), {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({
        name: unescaped(attributes.name ?? ''),
        hidden: (attributes.state ?? 'visible') !== 'visible',
        relation,
      });
    },
  });
  return { sheets, is1904 };
};

/** The texts that cells name by number, without what only tells how they are spoken. */
const textsOf = (path: string, zip: Zip, part: string): string[] => {
  const texts: string[] = [];
  if (!zip.has(part)) return texts;
  let text = '';
  let isText = false;
  let isSpoken = false;
  const taker: PlainTaker = {
    open: ({ name }) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isSpoken = true;
      isText = name === 't' && !isSpoken;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isSpoken = false;
      if (name !== 'si') return;
      texts.push(unescaped(text));
      if (texts.length > mostTexts)
        throw new Fault('records-unreadable', { path, why: `it holds more than ${mostTexts} texts` });
    },
  };
  for (const _ of readPlainXml(path, part, zip.bytes(part), taker));
  return texts;
};

import type { ModelRecord } from '#model/records.ts';
import { mappingOf } from '../reading/mapping-of.ts';
import { recogniser } from '../recogniser.ts';
import { encodedLike, escapedText } from '../xml/write-xml.ts';
import { archimate3, readExchange, schemaInstance } from './exchange.ts';
import { endsOf, isLink, linkKinds } from './links.ts';
import { ArchimateMapping } from './mapping.ts';
import { readModel } from './read-model.ts';
import type { Earlier } from './withdrawn.ts';
import { elementKinds, type Written, writeModel } from './write-model.ts';

/** The file that records are written into, as it is read. */
export type Onto = { readonly name: string; readonly bytes: Uint8Array; readonly mapping?: unknown };

/** What is to be written into it; all of it can be handed to a thread of its own. */
export type ModelExport = {
  readonly onto: Onto;
  readonly records: readonly ModelRecord[];
  /** Whose teams are meant. */
  readonly design: string;
  readonly scope: 'all' | 'known';
  readonly earlier: Earlier;
};

export type ExportedModel = Omit<Written, 'text'> & {
  readonly bytes: Uint8Array;
  /** Links that join what a model in ArchiMate has no element for: money and benefits. */
  readonly unsaid: number;
};

/** Records as a model in ArchiMate, written into a file that they may have come from. */
export const exportedModel = ({ onto, records, design, scope, earlier }: ModelExport): ExportedModel => {
  const { name, bytes, mapping } = onto;
  const exchange = readExchange(name, bytes);
  const { said } = readModel(exchange, mappingOf(ArchimateMapping, mapping));
  const found = recogniser(records, design)(said.map((each) => each.found));
  const known = said.map((each, index) => ({ ...each, found: found[index] ?? each.found }));
  const names = new Set(known.map(({ found: { kind, body } }) => `${kind} ${String(body.key)}`));
  const isShown = (kind: string, key: unknown): boolean => scope === 'all' || names.has(`${kind} ${String(key)}`);
  const own = records.filter(({ kind, key, body }) => {
    if (!isLink(kind)) return isShown(kind, key);
    const ends = endsOf(kind, body);
    return ends !== undefined && [ends.source, ends.target].every((end) => isShown(end.kind, end.key));
  });
  const { text, ...told } = writeModel(exchange, known, own, earlier);
  const unsaid = records.filter(({ kind, body }) => isLink(kind) && !endsOf(kind, body));
  return { ...told, unsaid: unsaid.length, bytes: encodedLike(text, bytes) };
};

/** The kinds of record that a model in ArchiMate says, or says a part of. */
export const modelledKinds: readonly string[] = [...elementKinds, ...linkKinds];

/** A model with nothing in it yet, in the schema of ArchiMate 3.1. */
export const emptyModel = (key: string, name: string): Uint8Array => {
  const schema = `${archimate3} http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="${archimate3}" xmlns:xsi="${schemaInstance}" xsi:schemaLocation="${schema}" identifier="throughline.model.${key}">
  <name>${escapedText(name, { isUnicode: true })}</name>
</model>
`);
};

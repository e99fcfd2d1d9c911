import { slugOf } from '#model/key.ts';
import type { YamlDocument } from '../reading/yaml-documents.ts';

/** One entity of a catalogue, as far as it is read. */
export type Entity = {
  readonly kind: string;
  readonly ref: Ref;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly line: number;
  readonly lineOf: YamlDocument['lineOf'];
};

/** What an entity is called by others, in small letters: `group:default/team-a`. */
export type Ref = { readonly kind: string; readonly namespace: string; readonly name: string };

export const refText = ({ kind, namespace, name }: Ref): string => `${kind}:${namespace}/${name}`;

const written = /^(?:([a-z0-9]+):)?(?:([a-z0-9_.-]+)\/)?([a-z0-9_.-]+)$/u;

/** A reference as it is written, `[kind:][namespace/]name`; what it leaves out is as its field has it. */
export const refOf = (text: unknown, usual: { readonly kind: string; readonly namespace: string }): Ref | undefined => {
  const [whole, kind = usual.kind, namespace = usual.namespace, name = ''] =
    typeof text === 'string' ? (written.exec(text.trim().toLowerCase()) ?? []) : [];
  return whole === undefined ? undefined : { kind, namespace, name };
};

/** The key of the record that an entity becomes: its name, and before it its namespace where that is not the usual one. */
export const keyOf = ({ kind, namespace, name }: Ref): string => {
  const own = slugOf(namespace === 'default' ? name : `${namespace}.${name}`) ?? 'unnamed';
  // Entities of different kinds may have one name, and are services all the same.
  return kind === 'api' || kind === 'resource' ? `${own.slice(0, 90)}-${kind}` : own;
};

/** An entity that a document describes; in words what it lacks to be one. */
export const entityOf = (document: YamlDocument): Entity | string => {
  if ('problem' in document) return document.problem;
  const { apiVersion, kind, metadata, spec } = fieldsOf(document.value);
  if (typeof apiVersion !== 'string' || !/^(?:[a-z]+\.)?backstage\.io\//u.test(apiVersion))
    return 'no apiVersion of backstage.io';
  const { name, namespace = 'default', title, description } = fieldsOf(metadata);
  if (typeof kind !== 'string' || typeof name !== 'string' || typeof namespace !== 'string') {
    return 'no kind, or no metadata.name';
  }
  const { profile } = fieldsOf(spec);
  const ref = { kind: kind.toLowerCase(), namespace: namespace.toLowerCase(), name: name.toLowerCase() };
  const shown = kind === 'Group' ? (textOf(fieldsOf(profile).displayName) ?? textOf(title)) : textOf(title);
  const { line, lineOf } = document;
  return { kind, ref, title: shown ?? name, description: textOf(description), spec: fieldsOf(spec), line, lineOf };
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

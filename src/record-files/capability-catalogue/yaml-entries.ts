import type { RejectedRow } from '../define.ts';
import type { Remarks } from '../reading/remarks.ts';
import type { YamlDocument } from '../reading/yaml-documents.ts';
import { type Entry, type Field, fieldCalled } from './entry.ts';

type Read = { readonly entries: readonly Entry[]; readonly rejected: readonly RejectedRow[] };

/** The entries of documents: one capability, a list of them, or a list under `capabilities`; those inside it are below it. */
export const yamlEntries = (documents: readonly YamlDocument[], remarks: Remarks): Read => {
  const entries: Entry[] = [];
  const rejected: RejectedRow[] = [];
  for (const document of documents) {
    if ('problem' in document) {
      rejected.push({ place: { row: document.line }, found: document.problem, expected: 'YAML that can be read' });
    } else new Walk(document, entries, rejected, remarks).into(document.value, [], undefined);
  }
  return { entries, rejected };
};

type Path = readonly (string | number)[];

class Walk {
  readonly #document: YamlDocument;
  readonly #entries: Entry[];
  readonly #rejected: RejectedRow[];
  readonly #remarks: Remarks;

  constructor(document: YamlDocument, entries: Entry[], rejected: RejectedRow[], remarks: Remarks) {
    this.#document = document;
    this.#entries = entries;
    this.#rejected = rejected;
    this.#remarks = remarks;
  }

  into(value: unknown, path: Path, above: Entry | undefined): void {
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) this.into(each, [...path, index], above);
      return;
    }
    const place = { row: this.#document.lineOf(path) };
    if (typeof value === 'string' && value.trim() !== '') {
      this.#add({ place, name: value.trim(), ...bare }, above);
      return;
    }
    if (typeof value !== 'object' || value === null) {
      this.#rejected.push({ place, found: JSON.stringify(value) ?? 'nothing', expected: 'a capability with a name' });
      return;
    }
    const fields = new Map<Field, { readonly name: string; readonly value: unknown }>();
    for (const [name, held] of Object.entries(value)) {
      const field = fieldCalled(name);
      if (field === undefined)
        this.#remarks.add(`the field ${name}, which a capability does not have`, `row ${place.row}`);
      else if (fields.has(field)) {
        const first = fields.get(field)?.name ?? field;
        this.#remarks.add(`the field ${name}, because ${first} says the same already`, `row ${place.row}`);
      } else fields.set(field, { name, value: held });
    }
    const text = (field: Field): string | undefined => {
      const held = fields.get(field)?.value;
      return typeof held === 'string' ? held.trim() || undefined : undefined;
    };
    const children = fields.get('children');
    const isList = children !== undefined && ['name', 'id', 'key'].every((field) => !fields.has(field as Field));
    const parent = text('parent');
    const entry = isList
      ? above
      : this.#add(
          {
            place,
            id: text('id') ?? text('key'),
            key: text('key'),
            name: text('name'),
            description: text('description'),
            kind: text('kind'),
          },
          above,
          parent,
        );
    if (children && children.value !== null) this.into(children.value, [...path, children.name], entry);
  }

  /** What stands inside another is below it; what stands by itself says what is above it, or that its number does. */
  #add(about: Omit<Entry, 'above'>, above: Entry | undefined, parent?: string): Entry {
    const own = parent === undefined ? ({ is: 'unsaid' } as const) : ({ is: 'called', called: parent } as const);
    const entry: Entry = { ...about, above: above ? { is: 'entry', entry: above } : own };
    this.#entries.push(entry);
    return entry;
  }
}

const bare = { id: undefined, key: undefined, description: undefined, kind: undefined };

import type { ModelRecord, RecordKind } from '#model/records.ts';
import { type Splice, spliced } from '../xml/splice.ts';
import { indentAt, type NewElement, styleOf } from '../xml/write-xml.ts';
import { childrenCalled, type XmlNode } from '../xml/xml-tree.ts';
import { type Context, changesOf, newConcept, putBehind, putInside } from './element-changes.ts';
import { type Concept, type Exchange, schemaInstance } from './exchange.ts';
import { isOwn, ownIdentifier } from './keys.ts';
import { endsOf, isLink, type LinkKind, linkKey, linkKinds } from './links.ts';
import { documentedIn, type ElementKind, isNested, typeOfKind, usualLink } from './meanings.ts';
import type { Said } from './read-model.ts';
import { removalOf } from './removal.ts';
import { wantedOf } from './wanted.ts';
import { type Earlier, nameOf, Withdrawn } from './withdrawn.ts';

/** What was done to a model so that it says what the records say. */
export type Written = {
  readonly text: string;
  readonly elements: { readonly added: number; readonly changed: number; readonly withoutRecord: number };
  readonly relations: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly withoutRecord: number;
  };
  /** Lines in views that drew a relationship which is gone. */
  readonly undrawn: number;
};

type Body = Readonly<Record<string, unknown>>;

/** The kinds of record that elements are written for; a team only where the model has it, because who is one it cannot say. */
export const elementKinds = ['capability', 'goal', 'outcome', 'initiative', 'team'] as const satisfies ElementKind[];

/**
 * Writes records into a model, and leaves all else of it as it is, sign by sign.
 *
 * `said` is what was read of it, under the keys that the records have here. What the model says and no record does stays,
 * but for a link that was closed and a parent that was taken away here, between elements that are records: it goes.
 */
export const writeModel = (
  exchange: Exchange,
  said: readonly Said[],
  records: readonly ModelRecord[],
  earlier: Earlier,
): Written => new Writing(exchange, said, records, earlier).written();

class Writing {
  readonly #exchange: Exchange;
  readonly #records: readonly ModelRecord[];
  readonly #standing: ReadonlySet<string>;
  readonly #withdrawn: Withdrawn;
  readonly #context: Context;
  readonly #elements = new Map<string, Said>();
  /** Every relationship that says a link, by the link. */
  readonly #links = new Map<string, Said[]>();
  /** What relationships say of the records of elements, by record and field, with where. */
  readonly #beside = new Map<string, Map<string, Said>>();
  readonly #splices: Splice[] = [];
  readonly #newElements: NewElement[] = [];
  readonly #newRelations: NewElement[] = [];
  readonly #newDefinitions: NewElement[] = [];
  readonly #going: Concept[] = [];
  #changedElements = 0;
  #changedRelations = 0;
  /** Of elements that the model puts below another and their records below none. */
  readonly #unsaidParents: Said[] = [];

  constructor(exchange: Exchange, said: readonly Said[], records: readonly ModelRecord[], earlier: Earlier) {
    const { text, root } = exchange.document;
    this.#exchange = exchange;
    this.#records = records;
    this.#standing = new Set(records.map(nameOf));
    this.#withdrawn = new Withdrawn(earlier, this.#standing);
    this.#context = { text, style: styleOf(text, root.from), definition: (name) => this.#definition(name) };
    for (const each of said) this.#sort(each);
  }

  #sort(each: Said): void {
    const { kind, body } = each.found;
    if (each.concept.node.name === 'element') this.#elements.set(`${kind} ${String(body.key)}`, each);
    else if (isLink(kind)) {
      const name = `${kind} ${linkKey(kind, { ...each.found.usual, ...body })}`;
      const others = this.#links.get(name);
      if (others) others.push(each);
      else this.#links.set(name, [each]);
    } else {
      const [field = ''] = Object.keys(body).filter((name) => name !== 'key');
      const name = `${kind} ${String(body.key)}`;
      this.#beside.set(name, (this.#beside.get(name) ?? new Map()).set(field, each));
    }
  }

  written(): Written {
    for (const kind of elementKinds) for (const { key, body } of this.#of(kind)) this.#element(kind, key, body);
    for (const kind of linkKinds) for (const { key, body } of this.#of(kind)) this.#link(kind, key, body);
    const unsaidLinks = this.#unsaidLinks();
    const { relations, document } = this.#exchange;
    const going = new Set(this.#going.map(({ id }) => id));
    const removal = removalOf(
      document,
      relations.filter(({ id }) => going.has(id)),
      relations,
    );
    this.#splices.push(...removal.splices, ...this.#containers(removal.removed.size));
    const unsaid = [...unsaidLinks, ...this.#unsaidParents].filter(({ concept }) => !removal.removed.has(concept.id));
    return {
      text: spliced(document.text, this.#splices),
      elements: {
        added: this.#newElements.length,
        changed: this.#changedElements,
        withoutRecord: [...this.#elements.keys()].filter((name) => !this.#standing.has(name)).length,
      },
      relations: {
        added: this.#newRelations.length,
        changed: this.#changedRelations,
        removed: removal.removed.size,
        withoutRecord: unsaid.length,
      },
      undrawn: removal.drawn,
    };
  }

  #of(kind: RecordKind): readonly ModelRecord[] {
    return this.#records.filter((record) => record.kind === kind);
  }

  #element(kind: ElementKind, key: string, body: Body): void {
    const known = this.#elements.get(`${kind} ${key}`);
    if (kind === 'team' && !known) return;
    const id = known?.concept.id ?? ownIdentifier(kind, key);
    const beside = this.#beside.get(`${kind} ${key}`);
    const { parent, ...others } = body;
    const isPlaced = kind === 'capability' || this.#elements.has(`${kind} ${String(parent)}`);
    const fields: Body = isPlaced ? others : body;
    if (isPlaced) this.#parent(kind, key, id, parent, beside?.get('parent'));
    const name = fields.name ?? known?.concept.name;
    const team = beside?.get('team')?.found.body.team;
    const said = {
      ...known?.found.usual,
      ...(kind === 'capability' ? { kind: known?.found.usual?.kind ?? 'business' } : {}),
      ...(kind === 'goal' ? { statement: name ?? key } : {}),
      ...(team === undefined ? {} : { team }),
      ...originSaid(known, fields),
      ...(known && fields.name === undefined ? { name } : {}),
    };
    const documentation = { field: documentedIn[kind], now: known?.concept.documentation };
    const wanted = wantedOf(name === undefined ? fields : { ...fields, name }, said, documentation);
    if (!known) {
      const attributes = { identifier: id, [this.#typeAttribute()]: typeOfKind[kind] };
      const whole = { ...wanted, name: wanted.name ?? key };
      this.#newElements.push(newConcept('element', attributes, whole, this.#context.definition));
      return;
    }
    if (this.#change(known.concept, wanted)) this.#changedElements++;
  }

  /** A record of the model is below another by a relationship, so that every tool shows it there. */
  #parent(kind: ElementKind, key: string, id: string, parent: unknown, said: Said | undefined): void {
    if (said?.found.body.parent === parent) return;
    if (said && (typeof parent === 'string' || this.#withdrawn.isParent(said))) this.#going.push(...this.#alike(said));
    if (typeof parent !== 'string') {
      if (said) this.#unsaidParents.push(said);
      return;
    }
    const source = this.#idOf(kind, parent);
    const identifier = ownIdentifier('parent', `${kind}.${key}`);
    this.#newRelations.push({
      name: 'relationship',
      attributes: { identifier, source, target: id, [this.#typeAttribute()]: 'Composition' },
    });
  }

  /** All relationships that put the same element below the same other. */
  #alike({ concept: { node } }: Said): readonly Concept[] {
    const { source, target } = node.attributes;
    return this.#exchange.relations.filter(
      (each) => each.source === source && each.target === target && isNested(each.type),
    );
  }

  /** What relationships say of links that are no records; those of a link that was closed go. */
  #unsaidLinks(): readonly Said[] {
    const unsaid = [...this.#links].filter(([name]) => !this.#standing.has(name));
    for (const [name, all] of unsaid) {
      if (all.some((each) => this.#withdrawn.isLink(name, each)))
        this.#going.push(...all.map(({ concept }) => concept));
    }
    return unsaid.flatMap(([, all]) => all);
  }

  #link(kind: LinkKind, key: string, body: Body): void {
    const ends = endsOf(kind, body);
    if (!ends) return;
    const known = this.#links.get(`${kind} ${key}`)?.at(-1);
    const usual = kind === 'chain-link' ? usualLink(ends.type) : {};
    const ownEnds = ['giver', 'receiver', 'goal', 'capability'];
    const fields = Object.fromEntries(Object.entries(body).filter(([field]) => !ownEnds.includes(field)));
    const said = { ...usual, ...known?.found.usual, ...originSaid(known, fields) };
    const wanted = wantedOf(fields, said, undefined);
    const isNamed = linkKey(kind, { ...body, key: undefined }) !== key;
    const properties = isNamed ? new Map([...wanted.properties, ['key', key]]) : wanted.properties;
    if (known) {
      if (
        this.#change(known.concept, { ...wanted, name: known.concept.name, documentation: known.concept.documentation })
      )
        this.#changedRelations++;
      return;
    }
    const [source, target] = [ends.source, ends.target].map((end) => this.#idOf(end.kind, end.key));
    const identifier = ownIdentifier(kind, key);
    const attributes = { identifier, source, target, [this.#typeAttribute()]: ends.type };
    this.#newRelations.push(
      newConcept('relationship', attributes, { ...wanted, properties }, this.#context.definition),
    );
  }

  #change(concept: Concept, wanted: Parameters<typeof changesOf>[1]): boolean {
    const splices = changesOf(concept, wanted, this.#context);
    this.#splices.push(...splices);
    return splices.length > 0;
  }

  #idOf(kind: ElementKind, key: string): string {
    return this.#elements.get(`${kind} ${key}`)?.concept.id ?? ownIdentifier(kind, key);
  }

  #typeAttribute(): string {
    const spaces = Object.entries(this.#exchange.document.root.attributes);
    const [known = 'xmlns:xsi'] = spaces.find(([, value]) => value === schemaInstance) ?? [];
    return `${known.replace('xmlns:', '')}:type`;
  }

  #definition(name: string): string {
    for (const [id, known] of this.#exchange.definitions) if (known === name) return id;
    const identifier = ownIdentifier('property', name.replace('throughline:', '').replace(' (JSON)', '.json'));
    if (this.#newDefinitions.every(({ attributes }) => attributes?.identifier !== identifier)) {
      this.#newDefinitions.push({
        name: 'propertyDefinition',
        attributes: { identifier, type: 'string' },
        content: [{ name: 'name', content: name }],
      });
    }
    return identifier;
  }

  /** Lists that get more entries, or lose all they have: an empty one must not stand. */
  #containers(removed: number): Splice[] {
    const { root, text } = this.#exchange.document;
    const lists = [
      ['elements', this.#newElements],
      ['relationships', this.#newRelations],
      ['propertyDefinitions', this.#newDefinitions],
    ] as const;
    return lists.flatMap(([name, added]): Splice[] => {
      const [container] = childrenCalled(root, name);
      if (added.length > 0 && container) return putInside(container, added, this.#context);
      if (added.length > 0)
        return [putBehind(placeFor(root, name), [{ name, content: added }], '  ', this.#context.style)];
      const isEmptied = name === 'relationships' && container && removed > 0 && removed === container.children.length;
      return isEmptied
        ? [
            { from: container.from - indentAt(text, container.from).length, to: container.head, text: '' },
            { from: container.foot, to: container.to, text: '' },
          ]
        : [];
    });
  }
}

/** Where it comes from is said by the element itself. */
const originSaid = (known: Said | undefined, { origin }: Body): Body =>
  known && !isOwn(known.concept.id) && (origin === undefined || origin === known.found.origin) ? { origin } : {};

const order = [
  'name',
  'documentation',
  'properties',
  'metadata',
  'elements',
  'relationships',
  'organizations',
  'propertyDefinitions',
];

/** Where a list of the model begins that it does not have yet: behind the last thing that comes before it. */
const placeFor = (root: XmlNode, name: string): number => {
  const before = order.slice(0, order.indexOf(name));
  return root.children.findLast((child) => before.includes(child.name))?.to ?? root.head;
};

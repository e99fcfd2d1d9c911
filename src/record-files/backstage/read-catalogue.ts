import type { FoundRecord, Place, RejectedRow } from '../define.ts';
import { Remarks } from '../reading/remarks.ts';
import { Tally } from '../reading/tally.ts';
import type { YamlDocument } from '../reading/yaml-documents.ts';
import { type Entity, entityOf, keyOf, type Ref, refOf, refText } from './entity.ts';

const services: ReadonlySet<string> = new Set(['Component', 'API', 'Resource']);

/**
 * Reads the entities of one file, and what they say of each other; every reference is a row of its own.
 *
 * People are never read: neither users, nor members of groups, nor an owner who is said to be one. An owner who is only found
 * to be one by what another file describes is told by what `people` are called.
 */
export class CatalogueReading {
  readonly records: FoundRecord[] = [];
  readonly rejected: RejectedRow[] = [];
  readonly remarks = new Remarks();
  readonly #entities = new Tally('Entities', 'entities');
  readonly #references = new Tally('Owners and parents', 'references');
  readonly people: readonly string[];
  /** Systems by what they are called. */
  readonly #systems: ReadonlyMap<string, Entity>;
  /** The services that say that they are of a system, by the system. */
  readonly #services: ReadonlyMap<Entity | undefined, readonly Entity[]>;
  /** The groups that list others among their children, by what those are called. */
  readonly #listing: ReadonlyMap<string, Ref>;

  constructor(documents: readonly YamlDocument[]) {
    const read = documents.map((document) => ({ document, entity: entityOf(document) }));
    const known = read.flatMap(({ entity }) => (typeof entity === 'string' ? [] : [entity]));
    this.people = known.filter(isPerson).map(({ ref }) => keyOf({ ...ref, kind: 'group' }));
    this.#systems = firstOf(known.flatMap((each) => (each.kind === 'System' ? [[refText(each.ref), each]] : [])));
    this.#services = Map.groupBy(
      known.filter(({ kind }) => services.has(kind)),
      (each) => this.#systemOf(each),
    );
    this.#listing = firstOf(known.flatMap(childrenOf));
    const described = new Map<string, number>();
    for (const { document, entity } of read) {
      const ref = typeof entity === 'string' ? '' : refText(entity.ref);
      const earlier = described.get(ref);
      if (typeof entity === 'string') {
        this.#refuse(this.#entities, { row: document.line }, entity, 'an entity of Backstage');
      } else if (earlier !== undefined && !isPerson(entity)) {
        const expected = `every entity once; row ${earlier} describes it`;
        this.#refuse(this.#entities, { sheet: ref, row: entity.line }, `${ref} again`, expected);
      } else {
        described.set(ref, entity.line);
        this.#entity(entity);
      }
    }
  }

  get ties() {
    return [this.#entities.tie, this.#references.tie];
  }

  #entity(entity: Entity): void {
    if (entity.kind === 'Group') this.#group(entity);
    else if (services.has(entity.kind)) this.#service(entity);
    else if (entity.kind === 'System') this.#system(entity);
    else {
      const isOne = isPerson(entity);
      this.#entities.leave('1', isOne ? 'people, who are never kept' : 'not modelled');
      const what = isOne ? 'User: people are never kept' : `${entity.kind}: not modelled`;
      this.remarks.add(what, isOne ? 'names are not read' : refText(entity.ref));
    }
  }

  #group(entity: Entity): void {
    const { ref, spec } = entity;
    const key = keyOf(ref);
    this.#say(entity, 'team', { key });
    if (Array.isArray(spec.members) && spec.members.length > 0) {
      this.remarks.add('groups with members: people are never kept', refText(ref));
    }
    // A group that names no parent is below the one that lists it.
    const parent =
      spec.parent === undefined ? this.#listing.get(refText(ref)) : refOf(spec.parent, { ...ref, kind: 'group' });
    if (spec.parent === undefined && parent === undefined) return;
    const place = { sheet: refText(ref), row: entity.lineOf(['spec', 'parent']) };
    if (parent?.kind !== 'group') this.#unfit(place, 'spec.parent', spec.parent, 'a reference to a group');
    else this.#refer({ kind: 'team', body: { key, parent: keyOf(parent) }, place });
  }

  #service(entity: Entity): void {
    const { ref, spec } = entity;
    const key = keyOf(ref);
    this.#say(entity, 'service', { key });
    if (spec.system !== undefined && !this.#systemOf(entity)) {
      this.remarks.add('of a system that this file does not describe', JSON.stringify(spec.system));
    }
    const team = this.#ownerOf(entity);
    if (team === undefined) return;
    const body = { team, service: key, as: 'accountable' };
    const place = this.#placeOfOwner(entity);
    this.#refer({ kind: 'ownership', body, origin: `backstage:${refText(ref)}#owner`, place });
  }

  /** A system is a product of its owner, made of the services that say that they are of it. */
  #system(entity: Entity): void {
    const own = this.#services.get(entity) ?? [];
    const team = this.#ownerOf(entity);
    if (team === undefined) {
      this.#entities.leave('1', 'systems without an owner who could offer them');
      return;
    }
    const list = [...new Set(own.map(({ ref }) => keyOf(ref)))];
    const fields = { key: keyOf(entity.ref), team, ...(list.length === 0 ? {} : { services: list }) };
    this.#say(entity, 'product', fields, [{ path: 'team', place: this.#placeOfOwner(entity) }]);
  }

  #systemOf({ ref, spec }: Entity): Entity | undefined {
    const system = refOf(spec.system, { ...ref, kind: 'system' });
    return system && this.#systems.get(refText(system));
  }

  /** The key of the team that owns it; nothing where it has none, or one that is refused. */
  #ownerOf(entity: Entity): string | undefined {
    const { spec, ref } = entity;
    const place = this.#placeOfOwner(entity);
    const owner = refOf(spec.owner, { ...ref, kind: 'group' });
    if (spec.owner === undefined) this.remarks.add(`${entity.kind} without an owner`, refText(ref));
    else if (!owner) this.#unfit(place, 'spec.owner', spec.owner, 'a reference to a group');
    else if (owner.kind === 'user') {
      this.#refuse(this.#references, { ...place, field: 'spec.owner' }, 'a person', 'the group that owns it');
    } else return keyOf(owner);
    return undefined;
  }

  #placeOfOwner({ ref, lineOf }: Entity): Place {
    return { sheet: refText(ref), row: lineOf(['spec', 'owner']) };
  }

  /** An entity as a record; its parts are references, which are rows of their own. */
  #say(
    entity: Entity,
    kind: FoundRecord['kind'],
    fields: Readonly<Record<string, unknown>>,
    parts: FoundRecord['parts'] = [],
  ): void {
    const { title, description, ref, line } = entity;
    const place = { sheet: refText(ref), row: line };
    const body = { ...fields, name: title, ...(description === undefined ? {} : { note: description }) };
    const counts = [
      { tie: 0, amount: this.#entities.take('1'), rows: 1 },
      ...parts.map(() => ({ tie: 1, amount: this.#references.take('1'), rows: 1 })),
    ];
    this.records.push({ kind, body, origin: `backstage:${refText(ref)}`, place, counts, parts });
  }

  #refer(found: FoundRecord): void {
    this.records.push({ ...found, counts: [{ tie: 1, amount: this.#references.take('1'), rows: 1 }] });
  }

  #unfit(place: Place, field: string, found: unknown, expected: string): void {
    this.#refuse(this.#references, { ...place, field }, withoutNames(found), expected);
  }

  #refuse(tally: Tally, place: Place, found: string, expected: string): void {
    tally.leave('1', 'that cannot be read');
    this.rejected.push({ place, found, expected });
  }
}

/** Of entries with one name, the first. */
const firstOf = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> =>
  new Map(entries.toReversed());

/** What the children that a group lists are called, each with the group. */
const childrenOf = ({ kind, ref, spec }: Entity): [string, Ref][] =>
  kind === 'Group' && Array.isArray(spec.children)
    ? spec.children.flatMap((each: unknown): [string, Ref][] => {
        const named = refOf(each, { ...ref, kind: 'group' });
        return named ? [[refText(named), ref]] : [];
      })
    : [];

/** In whatever letters its kind is written. */
const isPerson = ({ ref }: Entity): boolean => ref.kind === 'user';

/** What was found where a group was expected: a text of any shape may be the name of a person, or an address. */
const withoutNames = (found: unknown): string => {
  if (Array.isArray(found)) return 'a list';
  if (typeof found !== 'string') return found === null ? 'nothing' : 'no text';
  const ref = refOf(found, { kind: 'group', namespace: 'default' });
  if (!ref) return 'a text that is no reference';
  return ref.kind === 'user' ? 'a person' : JSON.stringify(found);
};

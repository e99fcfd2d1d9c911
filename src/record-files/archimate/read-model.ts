import type { FoundRecord, RejectedRow } from '../define.ts';
import { Remarks } from '../reading/remarks.ts';
import { Tally } from '../reading/tally.ts';
import type { Concept, Exchange, Relation } from './exchange.ts';
import { isOwn, Keys } from './keys.ts';
import type { ArchimateMapping } from './mapping.ts';
import { documentedIn, type ElementKind, isNested, kindOfType, linkOf, usualLink } from './meanings.ts';
import { ownFields } from './own-properties.ts';

/** What one element or relationship says of a record. */
export type Said = { readonly concept: Concept; readonly found: FoundRecord };

/** A model as records, and what became of every element and relationship of it. */
export type ReadModel = {
  readonly said: readonly Said[];
  readonly rejected: readonly RejectedRow[];
  readonly elements: Tally;
  readonly relations: Tally;
  readonly remarks: Remarks;
};

type Known = { readonly kind: ElementKind; readonly key: string; readonly concept: Concept };

const kept = 'kept in the file, not modelled';

/** Reads the elements and relationships that records stand for; all others are counted and stay in the file alone. */
export const readModel = (exchange: Exchange, mapping: ArchimateMapping): ReadModel => {
  const reading = new Reading(exchange, mapping);
  reading.elementsIn();
  reading.relationsIn();
  reading.unmet();
  return reading;
};

class Reading implements ReadModel {
  readonly said: Said[] = [];
  /** Relationships by which one stands below another, by the identifier of the lower one. */
  readonly #parents = new Map<string, Relation[]>();
  readonly rejected: RejectedRow[] = [];
  readonly elements = new Tally('Elements', 'elements');
  readonly relations = new Tally('Relationships', 'relationships');
  readonly remarks = new Remarks();
  readonly #exchange: Exchange;
  readonly #mapping: ArchimateMapping;
  readonly #keys = new Keys();
  readonly #known = new Map<string, Known>();
  readonly #ids = new Set<string>();
  readonly #names: ReadonlyMap<string, string | undefined>;

  constructor(exchange: Exchange, mapping: ArchimateMapping) {
    this.#exchange = exchange;
    this.#mapping = mapping;
    this.#names = new Map(exchange.elements.map((element) => [element.id, shownName(element)]));
  }

  elementsIn(): void {
    for (const element of this.#exchange.elements) {
      if (this.#isRefused(element, this.elements)) continue;
      const kind = this.#kindOf(element);
      if (kind === undefined) {
        this.#leave(this.elements, element, `${element.type}: ${kept}`);
      } else if (!element.name) {
        this.#refuse(this.elements, element, 'name', 'nothing', 'a name');
      } else {
        const key = this.#keys.of(kind, element);
        this.#known.set(element.id, { kind, key, concept: element });
        this.#say(element, this.elements, { kind, ...this.#fieldsOf(kind, key, element) });
      }
    }
  }

  relationsIn(): void {
    for (const { id } of this.#exchange.relations) this.#ids.add(id);
    const seen = new Set(this.#names.keys());
    for (const relation of this.#exchange.relations) {
      const lost = [relation.source, relation.target].find((id) => !this.#ids.has(id));
      if (relation.id === '' || seen.has(relation.id)) {
        const found = relation.id === '' ? 'nothing' : JSON.stringify(relation.id);
        this.#refuse(this.relations, relation, 'identifier', found, 'an identifier that nothing else has');
      } else if (lost !== undefined) {
        const field = lost === relation.source ? 'source' : 'target';
        const expected = 'the identifier of an element or a relationship of the model';
        this.#refuse(this.relations, relation, field, JSON.stringify(lost), expected);
      } else this.#relation(relation);
      seen.add(relation.id);
    }
    for (const [child, candidates] of this.#parents) this.#parentOf(child, candidates);
  }

  /** What the mapping names and the model does not have: it may be written otherwise there. */
  unmet(): void {
    const { elements, relations } = this.#exchange;
    const { teams, importance } = this.#mapping;
    const actors = elements.filter(({ type }) => type === 'BusinessActor');
    const called = new Set(actors.flatMap(({ id, name }) => [id, name]));
    for (const team of teams === 'all' ? [] : teams) {
      if (!called.has(team)) this.remarks.add('teams of the mapping that no actor is called', team);
    }
    const met = new Set(relations.flatMap(({ type, node }) => [type, node.attributes.modifier]));
    for (const word of Object.keys(importance)) {
      if (!met.has(word)) this.remarks.add('types and modifiers of the mapping that no relationship has', word);
    }
  }

  #kindOf(element: Concept): ElementKind | undefined {
    const { type, id, name } = element;
    if (type !== 'BusinessActor') return kindOfType.get(type);
    const { teams } = this.#mapping;
    const isTeam = teams === 'all' || teams.includes(id) || (name !== undefined && teams.includes(name));
    return isTeam ? 'team' : undefined;
  }

  #fieldsOf(kind: ElementKind, key: string, element: Concept): Pick<FoundRecord, 'body' | 'usual'> {
    const { name, documentation } = element;
    const { key: _, ...own } = ownFields(element);
    const body = {
      key,
      ...(isOwn(element.id) && name === key ? {} : { name }),
      ...(documentation === undefined || documentation === '' ? {} : { [documentedIn[kind]]: documentation }),
      ...own,
    };
    if (kind === 'capability') return { body, usual: { kind: this.#mapping.capabilities } };
    return kind === 'goal' ? { body, usual: { statement: name } } : { body };
  }

  #relation(relation: Relation): void {
    const { type, source, target } = relation;
    const from = this.#known.get(source);
    const to = this.#known.get(target);
    const isBelow = from?.kind === to?.kind && (from?.kind === 'capability' || from?.kind === 'team');
    if (isBelow && isNested(type) && source !== target) {
      const others = this.#parents.get(target);
      if (others) others.push(relation);
      else this.#parents.set(target, [relation]);
      return;
    }
    const link = from && to && linkOf(type, from, to);
    if (!link)
      this.#leave(
        this.relations,
        relation,
        `${type}${from && to ? ` from ${from.concept.type} to ${to.concept.type}` : ''}: ${kept}`,
      );
    else if (link.kind === 'goal-capability') this.#importance(relation, link);
    else if (link.kind === 'chain-link') {
      const body = { ...ownFields(relation), ...link.body };
      this.#say(relation, this.relations, { kind: link.kind, body, usual: usualLink(type, relation.name) });
    } else if (to && ownFields(to.concept).team !== undefined) {
      this.#leave(this.relations, relation, `${type} of another team than the work package states: ${kept}`);
    } else this.#say(relation, this.relations, link, 'of another');
  }

  /** A link to a goal needs how important it is, which nobody may make up. */
  #importance(relation: Relation, { kind, body }: Pick<FoundRecord, 'kind' | 'body'>): void {
    const own = ownFields(relation);
    const { importance } = this.#mapping;
    const mapped = importance[relation.node.attributes.modifier ?? ''] ?? importance[relation.type];
    if (own.importance === undefined && mapped === undefined) {
      const what = `${relation.type} of a capability to a goal, without its importance ("importance" in a mapping says it)`;
      this.#leave(this.relations, relation, `${what}: ${kept}`);
    } else {
      this.#say(relation, this.relations, { kind, body: { ...own, ...body }, usual: { importance: mapped } });
    }
  }

  #parentOf(child: string, candidates: Relation[]): void {
    candidates.sort((a, b) => rankOf(a) - rankOf(b));
    const [first, ...others] = candidates;
    const below = this.#known.get(child);
    const above = first && this.#known.get(first.source);
    if (!first || !below || !above) return;
    const body = { key: below.key, parent: above.key };
    this.#say(first, this.relations, { kind: below.kind, body }, 'of another');
    for (const other of others) {
      this.#leave(this.relations, other, `${other.type} under a second parent: ${kept}`);
    }
  }

  /** What a relationship says of the record of an element, such as its parent, is of that other's origin. */
  #say(
    concept: Concept,
    tally: Tally,
    what: Pick<FoundRecord, 'kind' | 'body' | 'usual'>,
    of: 'its own' | 'of another' = 'its own',
  ): void {
    const place = { sheet: concept.id, row: concept.line };
    const origin = of === 'its own' && !isOwn(concept.id) ? { origin: originOf(this.#exchange, concept) } : {};
    const counts = [{ tie: tally === this.elements ? 0 : 1, amount: tally.take('1'), rows: 1 }];
    this.said.push({ concept, found: { ...what, ...origin, place, counts } });
  }

  #leave(tally: Tally, concept: Concept, what: string): void {
    tally.leave('1', kept);
    this.remarks.add(what, this.#called(concept));
  }

  /** What somebody looks for who wants to see one: its name, or the names of what it joins. */
  #called(concept: Concept): string {
    const { source, target } = concept.node.attributes;
    const [from, to] = [source, target].map((end) => this.#names.get(end ?? ''));
    return shownName(concept) || (from && to ? `${from} → ${to}` : concept.id);
  }

  #isRefused(element: Concept, tally: Tally): boolean {
    const isNew = element.id !== '' && !this.#ids.has(element.id);
    this.#ids.add(element.id);
    if (isNew) return false;
    const found = element.id === '' ? 'nothing' : JSON.stringify(element.id);
    this.#refuse(tally, element, 'identifier', found, 'an identifier that nothing else has');
    return true;
  }

  #refuse(tally: Tally, { id, line }: Concept, field: string, found: string, expected: string): void {
    tally.leave('1', 'that cannot be read');
    this.rejected.push({ place: { sheet: id, row: line, field }, found, expected });
  }
}

/** An actor may be a person, whose name nobody is shown: until a mapping says that it is a team, it is its identifier. */
const shownName = ({ type, id, name }: Concept): string | undefined => (type === 'BusinessActor' ? id : name);

/** What a record of a model is known by, whatever it is called: its element, in its model. */
const originOf = ({ id }: Exchange, concept: Concept): string => `archimate:${id}#${concept.id}`;

const rankOf = ({ id, type }: Relation): number => {
  if (isOwn(id)) return 0;
  return type === 'Composition' ? 1 : 2;
};

import type { RecordKind } from '#model/records.ts';
import type { FoundRecord } from '../define.ts';

/** Kinds of record that elements of a model stand for. */
export type ElementKind = Extract<RecordKind, 'capability' | 'goal' | 'outcome' | 'initiative' | 'team'>;

/** The type of element that a kind of record is written as. */
export const typeOfKind: Readonly<Record<ElementKind, string>> = {
  capability: 'Capability',
  goal: 'Goal',
  outcome: 'Outcome',
  initiative: 'WorkPackage',
  team: 'BusinessActor',
};

/** The kind that a type of element always stands for. Who is a team among the actors a file does not tell by itself. */
export const kindOfType: ReadonlyMap<string, ElementKind> = new Map(
  (['capability', 'goal', 'outcome', 'initiative'] as const).map((kind) => [typeOfKind[kind], kind]),
);

/** The field of a record that the documentation of its element is. */
export const documentedIn: Readonly<Record<ElementKind, string>> = {
  capability: 'description',
  goal: 'statement',
  outcome: 'note',
  initiative: 'note',
  team: 'note',
};

export const isNested = (type: string): boolean => type === 'Composition' || type === 'Aggregation';

/** Relationships that say that one thing leads to another, however strongly. */
const leading: ReadonlySet<string> = new Set(['Realization', 'Influence', 'Serving', 'Association']);

type End = { readonly kind: ElementKind; readonly key: string };

/** What a relationship between two records says; nothing where no kind of record says it. */
export const linkOf = (type: string, source: End, target: End): Pick<FoundRecord, 'kind' | 'body'> | undefined => {
  const [giver, receiver] = type === 'Association' && isTurned(source, target) ? [target, source] : [source, target];
  if (giver.kind === 'team' && receiver.kind === 'initiative' && type === 'Assignment') {
    return { kind: 'initiative', body: { key: receiver.key, team: giver.key } };
  }
  if (!leading.has(type)) return undefined;
  const joins = `${giver.kind} ${receiver.kind}`;
  if (joins === 'capability goal')
    return { kind: 'goal-capability', body: { goal: receiver.key, capability: giver.key } };
  if (joins === 'initiative capability' || joins === 'capability outcome') {
    const ends = { giver: { [giver.kind]: giver.key }, receiver: { [receiver.kind]: receiver.key } };
    return { kind: 'chain-link', body: ends };
  }
  return undefined;
};

/** What is taken for a link of the chain, of which a model says only that it is there and what it is called. */
export const usualLink = (type: string, name?: string): Readonly<Record<'grade' | 'rationale', string>> => ({
  grade: 'E',
  rationale: `The model states it: ${type}, ${name || 'without a name'}.`,
});

const order: readonly ElementKind[] = ['team', 'initiative', 'capability', 'outcome', 'goal'];

/** An association has no direction of its own: the one that leads on is the one that comes first in the chain. */
const isTurned = (source: End, target: End): boolean => order.indexOf(source.kind) > order.indexOf(target.kind);

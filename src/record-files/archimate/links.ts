import { recordKinds } from '#model/records.ts';
import type { ElementKind } from './meanings.ts';

type Body = Readonly<Record<string, unknown>>;

/** The kinds of record that relationships alone stand for. */
export const linkKinds = ['goal-capability', 'chain-link'] as const;
export type LinkKind = (typeof linkKinds)[number];

export const isLink = (kind: string): kind is LinkKind => linkKinds.some((known) => known === kind);

/** The key that a link has, or is given after its ends. */
export const linkKey = (kind: LinkKind, body: Body): string => recordKinds[kind].schema.safeParse(body).data?.key ?? '';

/** The ends of a link as they are written, and with which type of relationship; nothing where the model has no such element. */
export const endsOf = (kind: string, body: Body) => {
  if (kind === 'goal-capability') {
    const source = { kind: 'capability', key: String(body.capability) } as const;
    return { type: 'Influence', source, target: { kind: 'goal', key: String(body.goal) } as const };
  }
  const { giver, receiver } = body;
  const source = endIn(giver, ['initiative', 'capability']);
  const target = endIn(receiver, ['capability', 'outcome']);
  return source && target && { type: 'Realization', source, target };
};

const endIn = (end: unknown, kinds: readonly ElementKind[]) =>
  kinds.flatMap((kind) => {
    const key: unknown = typeof end === 'object' && end !== null ? Reflect.get(end, kind) : undefined;
    return typeof key === 'string' ? [{ kind, key }] : [];
  })[0];

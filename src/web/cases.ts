import type { CasesOf } from '#api/cases.ts';
import type { Opened } from './opened.ts';

/** What opens the cases behind an element of a picture: `cases.move:tickets:assigned:in-progress`. */
export const casesId = (of: CasesOf): string => {
  const { stage, move, standing, handOff } = of;
  if (stage) return named('stage', stage.source ?? '', stage.stage);
  if (move) return named('move', move.source, move.from, move.to);
  if (standing) return named('standing', standing.source, standing.stage ?? '');
  return named('hand-off', handOff?.from ?? '', handOff?.to ?? '');
};

const named = (kind: string, ...parts: readonly string[]): string =>
  `cases.${kind}:${parts.map(encodeURIComponent).join(':')}`;

/** The cases that such a name asks for; undefined where it is another. */
export const casesIn = (id: string): CasesOf | undefined => {
  const [kind, ...rest] = id.split(':');
  const [a = '', b = '', c = ''] = rest.map(decoded);
  if (kind === 'cases.stage') return { stage: { ...(a === '' ? {} : { source: a }), stage: b } };
  if (kind === 'cases.move') return { move: { source: a, from: b, to: c } };
  if (kind === 'cases.standing') return { standing: { source: a, stage: b === '' ? null : b } };
  return kind === 'cases.hand-off' ? { handOff: { from: a, to: b } } : undefined;
};

/** What opens one case: `case:tickets:INC0010042`. */
export const caseId = (source: string, item: string): string =>
  `case:${encodeURIComponent(source)}:${encodeURIComponent(item)}`;

export const caseIn = (id: string): { readonly source: string; readonly item: string } | undefined => {
  const [kind, source, item] = id.split(':');
  if (kind !== 'case' || source === undefined || item === undefined) return undefined;
  return { source: decoded(source), item: decoded(item) };
};

/** What a person wrote into the address by hand may be none. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Cases are looked at by team, capability or type, and by nothing else. */
export const lookedAt = (where: Opened['where']) =>
  where?.scope === 'team' || where?.scope === 'capability' || where?.scope === 'item-type'
    ? { scope: where.scope, key: where.key }
    : undefined;

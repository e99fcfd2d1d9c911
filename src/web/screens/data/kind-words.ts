import type { NameKind } from '#api/names.ts';
import { capital } from '../../capital.ts';

type KindWords = {
  readonly one: string;
  readonly many: string;
  /** What carries names of the kind, and is counted. */
  readonly carry: 'row' | 'decision';
};

/** Kinds of names as people call them. */
export const kindWords: Readonly<Record<NameKind, KindWords>> = {
  state: { one: 'state', many: 'states', carry: 'row' },
  team: { one: 'team', many: 'teams', carry: 'row' },
  type: { one: 'type of item', many: 'types of items', carry: 'row' },
  priority: { one: 'priority', many: 'priorities', carry: 'row' },
  capability: { one: 'capability', many: 'capabilities', carry: 'row' },
  initiative: { one: 'initiative', many: 'initiatives', carry: 'row' },
  channel: { one: 'channel', many: 'channels', carry: 'row' },
  'decision-type': { one: 'type of decision', many: 'types of decisions', carry: 'decision' },
  decider: { one: 'decider', many: 'deciders', carry: 'decision' },
};

/** What a name of the kind is given: a decider stands for the level at which it decides. */
export const meantWord = (kind: NameKind): string => (kind === 'decider' ? 'level' : kindWords[kind].one);

export const titleOfKind = (kind: NameKind): string => capital(kindWords[kind].many);

import { listNames, NameKind, type OpenName, type Suggestion } from '#api/names.ts';
import { leastLikely, likenessOf } from '#mapping/likeness.ts';
import type { Mapping } from '#mapping/mapping.ts';
import type { DesignModel } from '#model/design-model.ts';
import { serve } from './define.ts';
import { type KnownKey, knownKeysOf, recordedKeys } from './known-names.ts';
import { type NamedRow, namesIn } from './open-names.ts';
import { refreshIfAny } from './refresh.ts';
import { shownTeamsOf } from './shown-teams.ts';
import { checkSource } from './sources.ts';
import { namesDecision } from './unmapped-subjects.ts';

export const answerListNames = serve(listNames, async ({ source: wanted }, room) => {
  checkSource(room, wanted);
  const standing = await refreshIfAny(room);
  if (!standing) return { sources: [] };
  const { engine, designs, span, sources } = standing;
  const names = await namesIn(engine);
  const shownTeam = await shownTeamsOf(standing);
  return {
    sources: sources
      .filter(({ key }) => wanted === undefined || key === wanted)
      .map(({ key, mapping }) => {
        const own = names.filter(({ source }) => source === key);
        const ground = { mapping, designs, isShown: (team: string) => shownTeam(team, span) === team };
        const kinds = NameKind.options.filter((kind) => own.some((name) => name.kind === kind));
        return {
          source: key,
          mapping: room.workspace.configuration.sources.find((each) => each.key === key)?.mapping ?? '',
          names: own.flatMap((name) => openOf(name, ground)),
          known: kinds.map((kind) => ({ kind, keys: knownKeysOf(kind, key, ground) })),
        };
      }),
  };
});

type Ground = {
  readonly mapping: Mapping;
  readonly designs: readonly DesignModel[];
  /** Whether a team has enough people to be shown. */
  readonly isShown: (team: string) => boolean;
};

/** A name of which something is to be said, with what it may stand for; nothing of one that is known. */
const openOf = (name: NamedRow, ground: Ground): OpenName[] => {
  const why = whyOpen(name, ground);
  if (why === undefined) return [];
  const { kind, raw, key, rows, source } = name;
  const suggestions = suggested(raw, targets(kind, source, ground), why === 'no-rule' ? undefined : key);
  return [{ kind, raw, key, why, rows, suggestions }];
};

const whyOpen = ({ kind, key, mapped, stage, source }: NamedRow, ground: Ground): OpenName['why'] | undefined => {
  const { mapping, designs, isShown } = ground;
  const records = recordedKeys(kind, designs, source);
  const isMapped = kind === 'decision-type' ? namesDecision(mapping, key) || records.has(key) : mapped;
  if (kind === 'decider' && mapping.decisions?.by === undefined) return undefined;
  if (!isMapped) return 'no-rule';
  if (kind === 'state') return stage === null ? 'no-kind' : undefined;
  if (kind === 'decider' || records.size === 0 || records.has(key)) return undefined;
  // What stands in decisions is the key; only where raw names are keys is it known which name that is.
  if (kind === 'decision-type' && !keepsTypes(mapping)) return undefined;
  // A team of too few people is told of only where it is likely a slip of the pen.
  return kind === 'team' && !isShown(key) ? undefined : 'no-record';
};

const keepsTypes = ({ decisions }: Mapping): boolean =>
  decisions !== undefined && 'keep' in decisions.type && decisions.type.keep;

type Target = KnownKey & { readonly says: string };

/** What a name is held against: keys, names of their records, and of deciders whoever has a level. */
const targets = (kind: NameKind, source: string, ground: Ground): Target[] => {
  const known = knownKeysOf(kind, source, ground);
  const own = known.flatMap((each) => [each.key, each.name].map((says) => ({ ...each, says })));
  if (kind !== 'decider') return own;
  const holders = ground.designs.flatMap(({ roles, forums }) => [...roles, ...forums]);
  return [
    ...own,
    ...holders.flatMap(({ key, name, level }) =>
      [key, name ?? key].map((says) => ({ key: level, name: `${level}, as ${name ?? key}`, stage: null, says })),
    ),
  ];
};

const mostSuggestions = 3;

/** The likeliest keys, each once, the likeliest first. */
const suggested = (raw: string, all: readonly Target[], but: string | undefined): Suggestion[] => {
  const best = new Map<string, Suggestion>();
  for (const { key, name, says } of all) {
    const { likeness, why } = likenessOf(raw, says);
    if (key === but || likeness < leastLikely || likeness <= (best.get(key)?.likeness ?? 0)) continue;
    best.set(key, { key, name, likeness, why });
  }
  return [...best.values()].toSorted((a, b) => b.likeness - a.likeness).slice(0, mostSuggestions);
};

import type { NameKind } from '#api/names.ts';
import type { Mapping } from '#mapping/mapping.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { StageKind } from '#model/kinds.ts';

/** A key that names of a kind may stand for. `name` is how its record is called. */
export type KnownKey = {
  readonly key: string;
  readonly name: string;
  readonly stage: StageKind | null;
};

type Named = { readonly key: string; readonly name?: string | undefined };

const ofRecords = (records: readonly Named[]): KnownKey[] =>
  records.map(({ key, name }) => ({ key, name: name ?? key, stage: null }));

/** Keys that have a record, by kind. */
const recorded: Readonly<Record<NameKind, (design: DesignModel, source: string) => KnownKey[]>> = {
  state: ({ workflows }, source) =>
    workflows
      .filter(
        ({ appliesTo }) => appliesTo.length === 0 || appliesTo.some((to) => [undefined, source].includes(to.source)),
      )
      .flatMap(({ stages }) => stages.map(({ key, name, kind }) => ({ key, name: name ?? key, stage: kind }))),
  team: ({ teams }) => ofRecords(teams),
  type: () => [],
  priority: () => [],
  // A log's column may hold the service that an item is about just as well.
  capability: ({ capabilities, services }) => ofRecords([...capabilities, ...services]),
  initiative: ({ initiatives }) => ofRecords(initiatives),
  channel: ({ channels }) => ofRecords(channels),
  'decision-type': ({ decisionTypes }) => ofRecords(decisionTypes),
  decider: ({ levels }) => ofRecords(levels),
};

/** Keys to which the rules of a mapping lead already, by kind. */
const ruled = (mapping: Mapping, kind: NameKind): KnownKey[] =>
  rulesOf(mapping, kind).flatMap((rule) =>
    rule.to.includes('$') ? [] : [{ key: rule.to, name: rule.to, stage: 'kind' in rule ? (rule.kind ?? null) : null }],
  );

const rulesOf = (
  mapping: Mapping,
  kind: NameKind,
): readonly { readonly to: string; readonly kind?: StageKind | undefined }[] => {
  switch (kind) {
    case 'state':
      return mapping.states.rules;
    case 'team':
      return mapping.teams.rules;
    case 'type':
      return mapping.types.rules;
    case 'priority':
      return mapping.priorities.rules;
    case 'capability':
      return mapping.capabilities.rules;
    case 'initiative':
      return mapping.initiatives.rules;
    case 'channel':
      return mapping.channels.rules;
    case 'decision-type':
      return mapping.decisions && 'rules' in mapping.decisions.type ? mapping.decisions.type.rules : [];
    case 'decider':
      return mapping.decisions?.levels?.rules ?? [];
  }
};

/** Whether designs have records of a kind, so that a key without one is missing from them. */
export const recordedKeys = (kind: NameKind, designs: readonly DesignModel[], source: string): ReadonlySet<string> =>
  new Set(designs.flatMap((design) => recorded[kind](design, source).map(({ key }) => key)));

/** All that names of a kind may stand for: what has a record, then what rules lead to. Each key once. */
export const knownKeysOf = (
  kind: NameKind,
  source: string,
  { mapping, designs }: { readonly mapping: Mapping; readonly designs: readonly DesignModel[] },
): KnownKey[] => {
  const all = [...designs.flatMap((design) => recorded[kind](design, source)), ...ruled(mapping, kind)];
  const first = new Map<string, KnownKey>();
  for (const known of all) {
    const before = first.get(known.key);
    first.set(known.key, before ? { ...before, stage: before.stage ?? known.stage } : known);
  }
  return [...first.values()];
};

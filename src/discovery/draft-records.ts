import type { DiscoveredOwner, DiscoveredTeam, Discovery } from '#model/discovery.ts';
import { type DraftUnit, draftUnits } from './draft-units.ts';
import { countText, daysText, isNamed, Keys, shareText } from './draft-words.ts';
import type { Drafted, DraftLists } from './drafted.ts';

const contributingFrom = 0.15;

/** What a team may own that an item names. */
const ownable = ['capability', 'initiative'] as const;
type Ownable = (typeof ownable)[number];

export type StructureKeys = { readonly [Kind in 'team' | Ownable]: Keys };

/** What the workspace states already, by its keys. */
export type Stated = { readonly [Kind in Ownable]?: readonly string[] };

/** The keys of what the evidence names, in the order of its lists: the same for every part of a draft. */
export const structureKeys = ({ teams, owners }: Discovery): StructureKeys => {
  const keys = { team: new Keys('team'), capability: new Keys('capability'), initiative: new Keys('initiative') };
  for (const { team, mapped } of teams) if (mapped) keys.team.stay(team);
  for (const { of, key, mapped } of owners) if (isOwnable(of) && mapped) keys[of].stay(key);
  for (const { team } of teams) if (isNamed(team)) keys.team.of(team);
  for (const { of, key } of owners) if (isOwnable(of) && isNamed(key)) keys[of].of(key);
  return keys;
};

const isOwnable = (of: DiscoveredOwner['of']): of is Ownable => of !== 'item-type';

/** Units, teams, capabilities and initiatives (but those that are `stated` already), and who owns them. */
export const draftStructure = (discovery: Discovery, keys: StructureKeys, stated: Stated = {}): DraftLists => {
  const { teams, owners } = discovery;
  const owned = (kind: Ownable): DiscoveredOwner[] =>
    owners.filter(({ of, key }) => of === kind && isNamed(key) && !keys[kind].joins(key));
  const [capabilities, initiatives] = [owned('capability'), owned('initiative')];
  const units = draftUnits(discovery, keys.team);
  return {
    teams: [
      ...units.map(({ body, evidence }) => ({ body, evidence })),
      ...teams
        .filter(({ team }) => isNamed(team) && !keys.team.joins(team))
        .map((team) => draftTeam(team, units, keys.team)),
    ],
    capabilities: capabilities
      .filter(({ key }) => !stated.capability?.includes(keys.capability.of(key)))
      .map((owner) => draftCapability(owner, keys.capability)),
    initiatives: initiatives
      .filter(({ key }) => !stated.initiative?.includes(keys.initiative.of(key)))
      .map((owner) => draftInitiative(owner, keys.initiative)),
    ownerships: [
      ...capabilities.flatMap((owner) => draftOwnerships(owner, 'capability', keys)),
      ...initiatives.flatMap((owner) => draftOwnerships(owner, 'initiative', keys)),
    ],
  };
};

const draftTeam = (
  { team, mapped, items, gave, received }: DiscoveredTeam,
  units: readonly DraftUnit[],
  keys: Keys,
): Drafted => {
  const parent = units.find(({ teams }) => teams.includes(team))?.key;
  return {
    body: {
      ...keys.naming(team),
      ...(parent === undefined ? {} : { parent }),
      origin: `found in ${countText(gave + received, 'hand-over')} and ${countText(items, 'item')}`,
    },
    evidence: [
      `had ${countText(items, 'item')}; gave ${countText(gave, 'hand-over')} and got ${received.toLocaleString('en')}`,
      ...(mapped ? [] : [`no rule of a mapping names ${JSON.stringify(team)}`]),
    ],
  };
};

const draftCapability = (owner: DiscoveredOwner, keys: Keys): Drafted => ({
  body: { ...keys.naming(owner.key), kind: 'business' },
  evidence: evidenceOf(owner, 'whether it is of the business or of IT is not in the evidence'),
});

const draftInitiative = (owner: DiscoveredOwner, keys: Keys): Drafted => ({
  body: keys.naming(owner.key),
  evidence: evidenceOf(owner, 'who sponsors it and what was planned is not in the evidence'),
});

const evidenceOf = (owner: DiscoveredOwner, beside: string): string[] => [
  `${countText(owner.items, 'item')}, ${amountText(owner)}; ${beside}`,
  ...(owner.mapped ? [] : [`no rule of a mapping names ${JSON.stringify(owner.key)}`]),
  ...(owner.missing === undefined ? [] : [`no owner is drafted: ${owner.missing}`]),
  ...(owner.owner !== null && !isNamed(owner.owner) ? [`no owner is drafted: most is done by ${owner.owner}`] : []),
];

const amountText = ({ by, amount }: DiscoveredOwner): string =>
  by === 'active-time' ? `${daysText(amount)} of active work` : `${countText(amount, 'item')} ended`;

const draftOwnerships = (
  { key, by, owner, effectiveTeams, teams }: DiscoveredOwner,
  kind: Ownable,
  keys: StructureKeys,
): Drafted[] => {
  if (owner === null) return [];
  const measure = by === 'active-time' ? 'of the active time' : 'of the items ended';
  const named = teams.filter(
    ({ team, share }) => isNamed(team) && (team === owner || (share.value ?? 0) >= contributingFrom),
  );
  const firstOfKey = (team: string): boolean =>
    named.find((other) => keys.team.of(other.team) === keys.team.of(team))?.team === team;
  return named
    .filter(({ team }) => firstOfKey(team))
    .map(({ team, share }) => ({
      body: {
        team: keys.team.of(team),
        [kind]: keys[kind].of(key),
        as: team === owner ? 'accountable' : 'contributing',
      },
      evidence: [
        `${shareText(share)} ${measure}`,
        ...(team === owner && effectiveTeams !== null
          ? [`spread as over ${effectiveTeams.toFixed(1)} equal teams`]
          : []),
      ],
    }));
};

/** What a model has no record for: who owns work of an item type, in logs that know no capabilities. */
export const itemTypeOwners = ({ owners }: Discovery): string[] =>
  owners
    .filter(({ of, teams }) => of === 'item-type' && teams.length > 0)
    .map(({ key, owner, missing, teams }) => {
      const share = teams.find(({ team }) => team === owner)?.share;
      return `item type ${key}: ${owner === null || !share ? missing : `${owner}, ${shareText(share)}`}`;
    });

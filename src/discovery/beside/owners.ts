import type { Beside } from '#model/beside.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { DiscoveredOwner, Discovery } from '#model/discovery.ts';
import { type Ownership, ownedBy } from '#model/ownership.ts';
import { holdsOn } from '#model/period.ts';
import type { RecordEdit } from '#model/record-edit.ts';
import { countText, isNamed, shareText } from '../draft-words.ts';
import { nameIn } from './named.ts';

type Ownable = 'capability' | 'initiative';

/** Who is accountable beside who does most of the work. A team below the owner works for it. */
export const ownersBeside = ({ owners }: Discovery, design: DesignModel, day: string): Beside[] => {
  const claims = design.ownerships.filter((ownership) => ownership.as === 'accountable' && holdsOn(ownership, day));
  const found = owners.flatMap((owner) => (owner.of === 'item-type' || !isNamed(owner.key) ? [] : [owner]));
  return [
    ...found.map((owner) => besideClaim(owner, claims.find(isOf(owner)), design)),
    ...claims
      .filter((claim) => !found.some((owner) => isOf(owner)(claim)) && isOwnable(ownedBy(claim).kind))
      .map((claim) => unseenOwner(claim, design)),
  ];
};

const isOwnable = (kind: string): kind is Ownable => kind === 'capability' || kind === 'initiative';

const isOf =
  ({ of, key }: DiscoveredOwner) =>
  (claim: Ownership): boolean => {
    const owned = ownedBy(claim);
    return owned.kind === of && owned.key === key;
  };

const besideClaim = (owner: DiscoveredOwner, claim: Ownership | undefined, design: DesignModel): Beside => {
  const { of, key, items, by, missing, teams, mapped } = owner;
  const teamName = nameIn(design.teams);
  const first = owner.owner;
  const agrees = claim !== undefined && first !== null && worksFor(design, first, claim.team);
  return {
    part: 'owner',
    key: `${of}.${key}`,
    name: objectName(design, of, key),
    standing: first === null ? 'untold' : agrees ? 'same' : claim ? 'differs' : 'only-found',
    designed: claim ? teamName(claim.team) : null,
    found: first === null ? null : teamName(first),
    n: items,
    evidence: [
      ...(missing === undefined ? [] : [missing]),
      `${countText(items, 'item')}; shares are of ${by === 'active-time' ? 'active time' : 'items ended'}`,
      ...teams.slice(0, 4).map(({ team, share }) => `${teamName(team)}: ${shareText(share)}`),
      ...(mapped ? [] : [`no rule of a mapping names ${JSON.stringify(key)}`]),
    ],
    record: claim ? { kind: 'ownership', key: claim.key } : null,
    adopt: first === null || agrees ? null : adoptOwner(owner, first, claim, design),
  };
};

/** The owner itself, or a team somewhere below it. */
const worksFor = ({ teams }: DesignModel, team: string, owner: string): boolean => {
  const seen = new Set<string>();
  for (let at: string | undefined = team; at !== undefined && !seen.has(at); at = parentOf(teams, at)) {
    if (at === owner) return true;
    seen.add(at);
  }
  return false;
};

const parentOf = (teams: DesignModel['teams'], team: string): string | undefined =>
  teams.find(({ key }) => key === team)?.parent;

/** The ownership changes hands: the old record is closed, and one like it opened for the team that does the work. */
const adoptOwner = (
  { of, key, mapped }: DiscoveredOwner,
  team: string,
  claim: Ownership | undefined,
  design: DesignModel,
): Beside['adopt'] => {
  if (!design.teams.some((known) => known.key === team) || !mapped || !isOwnable(of)) return null;
  const { from, to } = claim ?? {};
  const fields = {
    team,
    [of]: key,
    as: 'accountable',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const parts = [team, 'accountable', of, key, from].filter((part) => part !== undefined);
  const added: RecordEdit = { kind: 'ownership', key: parts.join('.'), fields, isNew: true, close: false };
  const contributes = design.ownerships.find(
    (other) => other.as === 'contributing' && other.team === team && ownedBy(other).key === key,
  );
  const ended = [claim, contributes].flatMap((record): RecordEdit[] =>
    record ? [{ kind: 'ownership', key: record.key, fields: {}, isNew: false, close: true }] : [],
  );
  const name = nameIn(design.teams)(team);
  return { says: `makes ${name} accountable for ${objectName(design, of, key)}`, edits: [...ended, added] };
};

const unseenOwner = (claim: Ownership, design: DesignModel): Beside => {
  const { kind, key } = ownedBy(claim);
  return {
    part: 'owner',
    key: `${kind}.${key}`,
    name: objectName(design, kind, key),
    standing: 'only-designed',
    designed: nameIn(design.teams)(claim.team),
    found: null,
    n: 0,
    evidence: ['no item of the evidence names it'],
    record: { kind: 'ownership', key: claim.key },
    adopt: null,
  };
};

const objectName = ({ capabilities, initiatives }: DesignModel, kind: string, key: string): string =>
  `${kind} ${nameIn(kind === 'capability' ? capabilities : initiatives)(key)}`;

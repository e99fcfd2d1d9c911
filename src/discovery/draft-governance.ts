import type { DiscoveredDecision, Discovery, NeverRefuses } from '#model/discovery.ts';
import { countText, daysText, isNamed, Keys, roundedUp, shareText } from './draft-words.ts';
import type { Drafted, DraftLists } from './drafted.ts';

const fewestDecided = 5;

/** What decisions of a type are about, by the words in its name; a type whose name says nothing is of another sort. */
const matters = [
  [/priorit|backlog|rank/i, 'prioritise'],
  [/fund|invest|budget|spend|business.?case/i, 'fund'],
  [/architect|technology|design/i, 'choose-architecture'],
  [/risk|exception|waiver/i, 'accept-risk'],
  [/conflict|dispute/i, 'settle-conflict'],
  [/access|permission|entitle/i, 'grant-access'],
  [/change|release|deploy/i, 'approve-change'],
] as const;

const soundsLikeForum = /\b(board|committee|council|forum|panel|meeting|cab|steering|assembly)\b/i;

/** A level by its key in the draft, and whether the evidence told it. */
type Placed = { readonly key: string; readonly told: boolean };

type Names = {
  readonly type: Keys;
  readonly decider: Keys;
  readonly level: (level: string | null) => Placed;
  readonly isForum: (decider: string) => boolean;
};

/** Levels, roles, forums, decision types and rights. `forums` names the deciders that are known to be meetings. */
export const draftGovernance = (discovery: Discovery, forums: readonly string[]): DraftLists => {
  const levels = new Keys('level');
  const lowest = discovery.levels[0]?.level ?? 'team';
  const names: Names = {
    type: new Keys('decision-type'),
    decider: new Keys('decider'),
    level: (level) => ({ key: levels.of(level ?? lowest), told: level !== null }),
    isForum: (decider) => forums.includes(decider) || soundsLikeForum.test(decider.replaceAll(/[_-]/g, ' ')),
  };
  const types = discovery.decisions.filter(({ type }) => isNamed(type));
  const deciders = decidersOf(types);
  return {
    levels: draftLevels(discovery, levels),
    roles: draftDeciders(
      deciders.filter(({ by }) => !names.isForum(by)),
      names,
      discovery.neverRefuse,
    ),
    forums: draftDeciders(
      deciders.filter(({ by }) => names.isForum(by)),
      names,
      discovery.neverRefuse,
    ),
    decisionTypes: types.map((type) => draftType(type, names)),
    decisionRights: types.flatMap((type) => draftRight(type, names)),
  };
};

const draftLevels = ({ levels }: Discovery, keys: Keys): Drafted[] => {
  const ranked = levels.every(({ rank }) => rank !== null);
  return levels.map(({ level, rank, decisions }, place) => ({
    body: { ...keys.naming(level), rank: ranked ? rank : place + 1 },
    evidence: [
      `${countText(decisions, 'decision')} made here`,
      ...(ranked ? [] : ['ranked by how decisions climb: the design in force does not rank all levels']),
    ],
  }));
};

type Decider = { readonly by: string; readonly level: string | null; readonly count: number };

/** Everybody who decides, at the level where they do it most, in the order of their names. */
const decidersOf = (types: readonly DiscoveredDecision[]): Decider[] => {
  const counts = new Map<string, Map<string | null, number>>();
  for (const { by, level, count } of types.flatMap(({ deciders }) => deciders)) {
    if (by === null || !isNamed(by)) continue;
    const own = counts.get(by) ?? new Map<string | null, number>();
    counts.set(by, own.set(level, (own.get(level) ?? 0) + count));
  }
  return [...counts]
    .map(([by, levels]) => {
      const known = [...levels]
        .filter(([level]) => level !== null)
        .sort(([a, m], [b, n]) => n - m || (`${a}` < `${b}` ? -1 : 1));
      return { by, level: known[0]?.[0] ?? null, count: [...levels.values()].reduce((sum, count) => sum + count, 0) };
    })
    .sort((a, b) => (a.by < b.by ? -1 : 1));
};

const draftDeciders = (deciders: readonly Decider[], names: Names, neverRefuse: readonly NeverRefuses[]): Drafted[] =>
  deciders.map(({ by, level, count }) => {
    const placed = names.level(level);
    const never = neverRefuse.find((each) => each.by === by);
    const purpose = names.isForum(by) ? { purpose: 'decide' } : {};
    return {
      body: { ...names.decider.naming(by), level: placed.key, ...purpose },
      evidence: [
        `settled ${countText(count, 'decision')}`,
        ...(placed.told ? [] : ['its level is a guess: the evidence does not tell it']),
        ...(never ? [`refused ${never.refused} of ${countText(never.cases, 'case')}: ${shareText(never.share)}`] : []),
      ],
    };
  });

const draftType = ({ type, decisions, decided }: DiscoveredDecision, names: Names): Drafted => ({
  body: { ...names.type.naming(type), decides: matters.find(([words]) => words.test(type))?.[1] ?? 'other' },
  evidence: [
    `${countText(decisions, 'decision')}, ${decided.toLocaleString('en')} settled; what it is about is a guess from its name`,
    ...(decided < fewestDecided ? [`no right is drafted: fewer than ${fewestDecided} were settled`] : []),
  ],
});

const draftRight = (decision: DiscoveredDecision, names: Names): Drafted[] => {
  const { type, decided, deciders, p85Days, variants, effectiveVariants, usual } = decision;
  const first = deciders.find(({ by }) => by !== null && isNamed(by));
  if (decided < fewestDecided || !first || first.by === null) return [];
  const placed = names.level(first.level);
  const decider = names.decider.of(first.by);
  const others = deciders.filter((each) => each !== first).slice(0, 3);
  return [
    {
      body: {
        key: names.type.of(type),
        decisionType: names.type.of(type),
        level: placed.key,
        decider: names.isForum(first.by) ? { forum: decider } : { role: decider },
        ...(p85Days === null ? {} : { within: roundedUp(p85Days) }),
      },
      evidence: [
        `${first.by} at level ${first.level ?? 'unknown'} settled ${shareText(first.share)}`,
        ...others.map(
          ({ by, level, share }) => `also ${by ?? 'nobody named'} at level ${level ?? 'unknown'}: ${shareText(share)}`,
        ),
        ...(p85Days === null ? [] : [`85% were settled within ${daysText(p85Days)}`]),
        ...usual
          .slice(0, 1)
          .map(({ path, share }) => `usual path: ${path === '' ? '(none)' : path}, ${shareText(share)}`),
        ...(effectiveVariants === null
          ? []
          : [`${countText(variants, 'path')}, spread as over ${effectiveVariants.toFixed(1)} equal ones`]),
      ],
    },
  ];
};

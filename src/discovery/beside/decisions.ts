import type { Beside } from '#model/beside.ts';
import type { DecisionRight } from '#model/decision-right.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { DiscoveredDecision, Discovery } from '#model/discovery.ts';
import { countText, daysText, isNamed, shareText } from '../draft-words.ts';
import { nameIn } from './named.ts';

/** Who settles fewer decisions of a type than this share is told, but makes no difference to the design. */
const counts = 0.05;

/** From how many settled decisions on something can be said of them. */
const fewest = 5;

/**
 * Who decides by the rights of a type beside who does.
 *
 * All rights of a type are taken together: which of them a case falls under hangs on its circumstances, which the rules of
 * governance look at.
 */
export const decisionsBeside = ({ decisions }: Discovery, design: DesignModel): Beside[] => {
  const found = decisions.filter(({ type }) => isNamed(type));
  const unseen = design.decisionTypes.filter(({ key }) => !found.some(({ type }) => type === key));
  return [
    ...found.map((decision) => foundDecision(decision, design)),
    ...unseen.flatMap(({ key, name }) => unseenDecision(key, name, design)),
  ];
};

const foundDecision = (decision: DiscoveredDecision, design: DesignModel): Beside => {
  const { type, decided, deciders, p50Days, p85Days } = decision;
  const rights = rightsOf(design, type);
  const [first] = rights;
  const usual = deciders.filter(({ share }) => (share.value ?? 0) >= counts);
  const names = deciderNames(design);
  const levelName = nameIn(design.levels);
  const isSame =
    sameSet(new Set(usual.map(({ by }) => by ?? '')), new Set(rights.map(deciderOf))) &&
    usual.every(({ by, level }) => rights.some((right) => deciderOf(right) === by && right.level === level));
  return {
    part: 'decision',
    key: type,
    name: nameIn(design.decisionTypes)(type),
    standing: decided < fewest ? 'untold' : !first ? 'only-found' : isSame ? 'same' : 'differs',
    designed: first ? rights.map((right) => rightText(right, design)).join('; ') : null,
    found:
      usual.map(({ by, level }) => `${names(by)}${level === null ? '' : ` (${levelName(level)})`}`).join('; ') || null,
    n: decided,
    evidence: [
      `${countText(decided, 'decision')} settled`,
      ...deciders
        .slice(0, 5)
        .map(
          ({ by, level, share }) =>
            `${names(by)}, ${level === null ? 'level unknown' : levelName(level)}: ${shareText(share)}`,
        ),
      ...(p50Days === null || p85Days === null
        ? []
        : [`half were settled within ${daysText(p50Days)}, 85% within ${daysText(p85Days)}`]),
    ],
    record: first ? { kind: 'decision-right', key: first.key } : null,
    adopt: decided < fewest || isSame || usual.length > 1 ? null : adoptDecision(decision, rights, design),
  };
};

const rightsOf = ({ decisionRights }: DesignModel, type: string): DecisionRight[] =>
  decisionRights.filter(({ decisionType }) => decisionType === type);

const deciderOf = ({ decider }: DecisionRight): string => ('role' in decider ? decider.role : decider.forum);

const deciderNames = ({ roles, forums }: DesignModel) => {
  const name = nameIn([...roles, ...forums]);
  return (by: string | null): string => (by === null ? 'nobody named' : name(by));
};

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

const rightText = (right: DecisionRight, design: DesignModel): string =>
  `${deciderNames(design)(deciderOf(right))} (${nameIn(design.levels)(right.level)})`;

/**
 * Where one decider settles nearly all, and one right without a condition at most speaks of the type: of several nobody
 * could say which cases they are for.
 */
const adoptDecision = (
  { type, deciders: [first] }: DiscoveredDecision,
  [right, ...more]: readonly DecisionRight[],
  { roles, forums, levels, decisionTypes }: DesignModel,
): Beside['adopt'] => {
  const { by = null, level = null } = first ?? {};
  const role = roles.find(({ key }) => key === by);
  const forum = forums.find(({ key }) => key === by);
  const who = role ?? forum;
  if (!who || more.length > 0 || right?.when || !levels.some(({ key }) => key === (level ?? who.level))) return null;
  if (!decisionTypes.some(({ key }) => key === type)) return null;
  const decided = { level: level ?? who.level, decider: role ? { role: who.key } : { forum: who.key } };
  const key = right?.key ?? type;
  const fields = right ? decided : { decisionType: type, ...decided };
  return {
    says: `${who.name} decides, at the level ${nameIn(levels)(decided.level)}`,
    edits: [{ kind: 'decision-right', key, fields, isNew: !right, close: false }],
  };
};

const unseenDecision = (key: string, name: string, design: DesignModel): Beside[] => {
  const rights = rightsOf(design, key);
  const [first] = rights;
  if (!first) return [];
  return [
    {
      part: 'decision',
      key,
      name,
      standing: 'only-designed',
      designed: rights.map((right) => rightText(right, design)).join('; '),
      found: null,
      n: 0,
      evidence: ['no decision of this type is in the evidence'],
      record: { kind: 'decision-right', key: first.key },
      adopt: null,
    },
  ];
};

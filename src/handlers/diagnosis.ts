import { conformToDesign, diagnoseWorkspace, listBrokenCases, listRules, listSigns } from '#api/diagnosis.ts';
import type { ConformanceContext } from '#conformance/context.ts';
import { rules } from '#conformance/index.ts';
import { diagnose } from '#diagnosis/diagnose.ts';
import { unreadValues } from '#facts/unread.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { ruleIdOf, type SignRule } from '#signs/define.ts';
import { signs } from '#signs/index.ts';
import { citedDiagnosis, citedRule } from './citing.ts';
import { serve } from './define.ts';
import { groundOf, windowOf } from './figures.ts';
import { conformanceIn, keepHeld, ruleIn } from './held-design.ts';
import { refusedVersions } from './newer-versions.ts';
import { memoryOf } from './recall.ts';
import { refresh, type Standing } from './refresh.ts';
import type { Room } from './room.ts';
import { type ShownTeam, shownTeamsOf } from './shown-teams.ts';

export const answerDiagnoseWorkspace = serve(diagnoseWorkspace, (asked, room) => diagnosisOf(room, asked));

type Asked = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly asOf?: string | undefined;
};

/** What there is to be said of a workspace; a fault where it has no evidence. */
export const diagnosisOf = async (room: Room, asked: Asked = {}) => {
  const standing = await refresh(room, asked);
  const memory = await memoryOf(room, standing);
  const ground = { ...(await groundOf(room, standing)), recall: memory?.recall };
  const context = { ...contextOf(room, standing, asked, ground.shownTeam), recall: memory?.recall };
  room.surroundings.progress('holding the design against the evidence');
  const ordered = standing.sources.flatMap(({ key, mapping }) => (mapping.columns.order === undefined ? [] : [key]));
  const { name } = room.workspace.configuration;
  const about = {
    name,
    ordered,
    refused: refusedVersions(standing.imports),
    unread: await unreadValues(standing.engine),
  };
  const diagnosed = diagnose(about, ground, context);
  keepHeld(
    standing,
    context.window,
    diagnosed.then(({ conformance, diagnosis: { signs } }) => ({ conformance, signs: [...signs] })),
  );
  const { diagnosis } = await diagnosed;
  await memory?.keep();
  return { ...(asked.asOf === undefined ? citedDiagnosis(diagnosis) : diagnosis), notices: [...standing.notices] };
};

export const answerListRules = serve(listRules, async () => ({
  rules: rules.map(({ id, dimension, title, says, test, breakpoints: { why } }) => ({
    id,
    dimension,
    title,
    says,
    test,
    why,
  })),
}));

export const answerListSigns = serve(listSigns, async () => ({
  signs: signs.map((sign) => ({
    id: `sign.${sign.id}`,
    title: sign.title,
    harm: sign.harm,
    rules: sign.rules.map((rule) => ({
      id: ruleIdOf(sign, rule),
      title: rule.title,
      test: rule.test,
      standsOn: standsOn(rule),
    })),
  })),
}));

const standsOn = ({ basis }: SignRule): string | null => {
  switch (basis.kind) {
    case 'figure':
      return basis.metric;
    case 'rule':
      return basis.rule;
    case 'own':
      return basis.standsOn;
    case 'unfed':
      return null;
  }
};

export const answerConformToDesign = serve(conformToDesign, async (asked, room) => {
  const standing = await refresh(room, asked);
  const memory = await memoryOf(room, standing);
  const context = { ...contextOf(room, standing, asked, await shownTeamsOf(standing)), recall: memory?.recall };
  const { results, dimensions } = await conformanceIn(standing, context);
  await memory?.keep();
  const { window, timeZone } = context;
  const cited = asked.asOf === undefined ? results.map((result) => citedRule(result, window)) : results;
  const asOf = new Date(standing.asOf).toISOString();
  return { results: [...cited], dimensions, window, timeZone, asOf, notices: [...standing.notices] };
});

export const answerListBrokenCases = serve(listBrokenCases, async ({ rule: id, limit, offset, ...asked }, room) => {
  const rule = rules.find((known) => known.id === id);
  const ids = rules.map((known) => known.id);
  if (!rule) throw new Fault('rule-unknown', { rule: id, closest: closest(id, ids) });
  const standing = await refresh(room, asked);
  const context = contextOf(room, standing, asked, await shownTeamsOf(standing));
  const { result, cases } = await ruleIn(standing, context, rule, { limit, offset });
  return {
    result: asked.asOf === undefined ? citedRule(result, context.window) : result,
    says: rule.says,
    test: rule.test,
    why: rule.breakpoints.why,
    asOf: new Date(standing.asOf).toISOString(),
    total: result.broke,
    cases: [...cases],
    notices: [...standing.notices],
  };
});

export const contextOf = (
  room: Room,
  standing: Standing,
  asked: { readonly from?: string | undefined; readonly until?: string | undefined },
  shownTeam: ShownTeam,
): ConformanceContext => {
  const { fiscalYearStart, planningPeriod } = room.workspace.configuration;
  const { engine, designs, calendar, asOf } = standing;
  return {
    engine,
    designs,
    calendar,
    timeZone: calendar.timeZone,
    fiscalYearStart,
    planningPeriod,
    window: windowOf(standing, asked),
    asOf,
    shownTeam,
  };
};

import { type Sql, sql } from '#engine/sql.ts';
import type { RuleDetails } from '#model/rule-result.ts';
import { defineRule } from '../define.ts';
import type { Ground } from '../ground.ts';
import { meet, type Span } from '../span.ts';

const enough = 50;
const nearlyNever = 0.01;

/** Outcomes are words of the workspace's own; these beginnings are read as a no. */
const refusal = '^(refus|reject|declin|den(y|ied)|not[ -]approved|disapprov|no$)';

/** Each decision made in a span, with how many its decider made with an outcome, and how many of those were a no. */
const settledIn = ({ from, until }: Span): Sql => sql`
  select *, count(outcome) over decider as cases,
         count(*) filter (where regexp_matches(lower(outcome), ${refusal})) over decider as refusals
  from decision_fact
  where decided >= ${from} and decided < ${until}
  window decider as (partition by decided_by)`;

export const forumsDecide = defineRule({
  id: 'governance.forums-decide',
  dimension: 'governance',
  title: 'Forums decide',
  says: 'A forum or role that decisions have to pass can change them.',
  test: 'Decisions made by a forum or role that refuses at least 1 % ÷ decisions made by one with at least 50 in the window whose outcome is known; the others lower the coverage. An outcome that begins with refused, rejected, declined, denied or not approved is a refusal. Only who made the decision is known, not every body it passed on the way. Beside it: how many agenda items of recorded meetings ended in a decision.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.5,
    twiceAsBad: 0.1,
    why: 'A forum that never says no in fifty cases adds wait and changes nothing; when half of all decisions pass one, it is the rule.',
  },
  needs: {
    record: 'forum, role or decision right',
    stated: ({ forums, roles, decisionRights }) => forums.length + roles.length + decisionRights.length > 0,
  },
  designed: [],
  measure: { kind: 'share' },
  rows: (_, span) => sql`
    select item_id, team_id, capability, type as decision_type, decided_by as object, decided as counted_at,
           case when decided_by is not null and outcome is not null and cases >= ${enough}
                then refusals >= ${nearlyNever} * cases end as kept, refusals, cases
    from (${settledIn(span)})`,
  because: () => sql`printf('passed %s, which refused %d of %d', broken.object, broken.refusals, broken.cases)`,
  details: async (ground, span) => {
    const rows = await ground.engine.all<{ decider: string; cases: number; refusals: number; wait: number | null }>(sql`
      select decided_by as decider, max(cases)::int as cases, max(refusals)::int as refusals,
             median(layer_wait) / 86400 as wait
      from (${settledIn(span)}) where decided_by is not null and cases >= ${enough}
      group by decided_by order by max(refusals) / max(cases), max(cases) desc, decided_by limit 20`);
    return {
      deciders: {
        columns: ['decider', 'decisions', 'refused', 'median wait per layer, days'],
        rows: rows.map(({ decider, cases, refusals, wait }) => [decider, cases, refusals, wait]),
      },
      ...agendas(ground, span),
    };
  },
});

/** What the recorded meetings of the span came to. */
const agendas = ({ eras }: Ground, span: Span): RuleDetails => {
  const items = eras
    .filter((era) => meet(era, span))
    .flatMap(({ design }) => design.meetings)
    .filter(({ heldAt }) => Date.parse(heldAt) >= span.from && Date.parse(heldAt) < span.until)
    .flatMap(({ agenda }) => agenda);
  const decided = items.filter(({ kind, result }) => kind === 'decision' && result !== undefined).length;
  return { agendaItems: items.length, decisionsPerAgendaItem: items.length === 0 ? null : decided / items.length };
};

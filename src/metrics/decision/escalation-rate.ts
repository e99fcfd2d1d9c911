import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const escalationRate = defineMetric({
  id: 'decision.escalation-rate',
  code: 'DE2',
  version: 3,
  changes: [
    'Where nothing in the log could tell of an escalation, the decision lowers the coverage; before, it counted as one that was not escalated.',
    'Emergencies are told apart; before, they counted with all other decisions.',
  ],
  title: 'Escalation rate',
  question: 'How many decisions have to go up before somebody makes them?',
  unit: 'share',
  better: 'lower',
  signal: 2,
  formula:
    'Share of decisions made in the window with at least one escalation, without those whose type the design calls an emergency. Beside it the mean depth, by how many levels the highest level reached lies above the intended one, and the mean number of sideways moves; and apart from them the share of emergencies that were escalated.',
  edges:
    'A decision type is an emergency where its record says so (`emergency: true`): such a matter cannot wait for the usual way. Where the mapping names escalations they are counted; elsewhere every step to a level above all before it is one. Where the log names none and no level of a decision is known, nothing could tell of an escalation, and the decision lowers the coverage. Depth needs both levels known, and is 0 where the decision stayed at or below its level. Moves on one level to another decider are sideways and no escalation; they need a known level too.',
  lacking: 'nothing in the log tells of an escalation: no step is mapped to one, and no level is known',
  others:
    'Service desks count hierarchical and functional escalation together, and per ticket rather than per decision.',
  scopes: ['decision-type', 'team', 'capability', 'item-type'],
  at: 'decided',
  rows: ({ from, until }) => sql`
    select source, item, cycle, decision_type, team, capability_key as capability, item_type, decided, path, escalations,
           emergency,
           case when escalations is not null then not emergency end as usual,
           escalations > 0 and not emergency as escalated,
           case when escalations is not null then emergency end as emergencies,
           escalations > 0 and emergency as emergencies_escalated,
           case when not emergency then rank_reached - rank_intended end as above,
           case when above is not null then greatest(above, 0) end as depth,
           case when not emergency then sideways end as sideways
    from decision_case
    where decided >= ${from} and decided < ${until}`,
  summary: { kind: 'rate', hits: 'escalated', trials: 'usual' },
  also: {
    depth: { kind: 'mean', of: 'depth', unit: 'level' },
    sideways: { kind: 'mean', of: 'sideways', unit: 'count' },
    emergency: { kind: 'rate', hits: 'emergencies_escalated', trials: 'emergencies' },
  },
});

const alwaysStarted = 'an item is active, or in a decision, only after its start';
const noNumber = 'nothing divided by nothing is no number either way';
const onlyShown = 'the column is shown to readers and enters no figure';

/** Changed lines that are no mistake, by metric, with the reason why nothing can notice them. */
export const harmless: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'flow.flow-efficiency': {
    'flow_active / nullif(total, 1) as ratio,': noNumber,
    'flow_active / total as ratio,': noNumber,
    'lead_active as active, nullif(total, 0) as total,': alwaysStarted,
    'lead_active / nullif(total, 0) as ratio,': alwaysStarted,
    'select *, lead_active + flow_queue + flow_handoff + flow_decision + flow_blocked as total': alwaysStarted,
    'select *, flow_active + flow_queue + flow_handoff + lead_decision + flow_blocked as total': alwaysStarted,
  },
  'flow.waiting': {
    'case when started is not null then lead_decision / 86400 end as decision,': alwaysStarted,
  },
  'flow.time-shares': {
    'flow_active as active, lead_queue as queue, lead_handoff as handoff, lead_decision as decision,': alwaysStarted,
    'lead_active as active, lead_queue as queue, lead_handoff as handoff, flow_decision as decision,': alwaysStarted,
  },
  'flow.wip-age': {
    'where true and ended >= ${from} and ended < ${until}': 'only items that are done have a flow time',
  },
  'flow.consistency': {
    'select source, item, team, capability, item_type, flow_elapsed * 86400 as days,': onlyShown,
    'select source, item, team, capability, item_type, flow_elapsed / 3600 as days,': onlyShown,
    'select source, item, source, capability, item_type, flow_elapsed / 86400 as days,': onlyShown,
  },
  'flow.commitments-kept': {
    'where promised_first is not null': 'an item has a first promise when it has one that counts',
  },
  'flow.forecast-calibration': {
    "where status = 'done' and started is not null and ended <= ${until}": 'history is bounded by each start',
    "where status = 'done' and started is not null and created < ${until}": 'history is bounded by each start',
    "where status = 'done' and started is not null and true": 'history is bounded by each start',
  },
  'decision.priority-consistency': {
    'favoured_rank <= other_rank as by_rank': 'two things on one list have two ranks',
  },
};

const alwaysStarted = 'an item is active, or in a decision, only after its start';
const noNumber = 'nothing divided by nothing is no number either way';
const takenAgain = 'the rows of a span are taken from these by its bounds';
const unjudged = 'work by no team or on what nobody owns is judged by nothing and told nowhere';
const atMidnight = 'a design begins and ends at midnight, not a millisecond before';
const neverBegan = 'a target from the start never began for what was never started, looked up or not';
const anyOrder = 'the order only makes two runs the same, to the last digit';
const onlyWindow = 'a share and its details are read of the whole window at once, and the table holds no other row';
const onlyInterval = 'the bounds are those of an interval, and a companion shows none';
const noChange = 'where a priority never changed no row of it is a change; they are only left out early';
const onlyShown = 'the column is shown to readers and enters no figure';

/** Changed lines that are no mistake, by metric, with the reason why nothing can notice them. */
export const harmless: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'flow.flow-efficiency': {
    'flow_active / nullif(total, 1) as ratio,': noNumber,
    'flow_active / total as ratio,': noNumber,
    "meanOfRatios: { kind: 'mean', of: 'ratio', unit: 'share', least: 1, most: 1 },": onlyInterval,
    "meanOfRatios: { kind: 'mean', of: 'ratio', unit: 'share', least: -1, most: 1 },": onlyInterval,
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
  'alignment.intervention-rate': {
    'semi join (select item_id from given group by item_id having min(code) <= max(code)) using (item_id)': noChange,
    'semi join (select item_id from given group by item_id having true) using (item_id)': noChange,
    "select source, item, team, capability_key as capability, item_type, ended as happened, 'open' as what, 1 as done,":
      onlyShown,
    "select source, item, team, capability_key as capability, item_type, created as happened, 'done' as what, 1 as done,":
      onlyShown,
    "select source, item, team, capability_key, item_type, decided, 'sideways', 0, escalations, 0, 0, 0, escalations":
      onlyShown,
    'select value_id, min(value_id) over (partition by source_id, key) as code from raw_value where true':
      'values of one name have one code, whatever else the name stands for',
  },
  'flow.consistency': {
    'select source, item, team, capability, item_type, flow_elapsed * 86400 as days,': onlyShown,
    'select source, item, team, capability, item_type, flow_elapsed / 3600 as days,': onlyShown,
    'select source, item, source, capability, item_type, flow_elapsed / 86400 as days,': onlyShown,
  },
  'flow.commitments-kept': {
    'where promised_first is not null': 'an item has a first promise when it has one that counts',
  },
  'structure.ownership-lasts': {
    'case when observed then until_at else until_at end as counted_at,':
      'what is still held breaks nothing, and its time is told nowhere',
  },
  'structure.one-team-acts': {
    'coalesce(team_id, -2)::text as part, amount, cases, amount / nullif(whole, 0) as share': unjudged,
    'team_id::text as part, amount, cases, amount / nullif(whole, 0) as share': unjudged,
    'object as object, counted_at,': unjudged,
    'coalesce(team_id, -1)::text as part, amount, cases, amount / whole as share':
      'visits without active time are left out before',
  },
  'structure.boundaries-follow-flow': {
    'where ${until - 1}::double > from_at and ${until - 1}::double < until_at': atMidnight,
    'where ${until - 1}::double >= from_at and ${until - 1}::double <= until_at': atMidnight,
    'group by 1, 2 order by 2, 2`);': anyOrder,
    'group by 1, 2 order by 1, 3`);': anyOrder,
  },
  'governance.forums-decide': {
    'decided as counted_at, case when known >= 0 then passed.decider is null end as kept, refusals, cases,':
      'whoever is counted was counted once at least',
  },
  'delivery.allowed-transitions': {
    "const how = sql`case when steps <= 0 then 'backward' when steps > 1 then 'skipped' else 'not listed' end`;":
      'a move never ends where it began',
    "const how = sql`case when steps < 1 then 'backward' when steps > 1 then 'skipped' else 'not listed' end`;":
      'a move never ends where it began',
  },
  'governance.path-as-designed': {
    'sql`select * from ${ground.table(takenPaths)} where decided >= ${from} or decided < ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(takenPaths)} where decided >= ${from} and decided <= ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(takenPaths)} where true and decided < ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(takenPaths)} where decided >= ${from} and true`;': onlyWindow,
    'sql`select * from ${ground.table(takenPaths)} where decided >= ${from} and raised < ${until}`;': onlyWindow,
    'where decided >= ${ground.span.from} or decided < ${ground.span.until}': takenAgain,
    'where decided >= ${ground.span.from} and decided <= ${ground.span.until}': takenAgain,
    'where decided >= ${ground.span.from} and raised < ${ground.span.until}': takenAgain,
    'where true and decided < ${ground.span.until}': takenAgain,
    'where decided >= ${ground.span.from} and true': takenAgain,
  },
  'governance.applied-evenly': {
    'type as object, counted_at, path as part, cases::double as amount, cases,':
      'a decision without a type is judged by nothing and named nowhere',
  },
  'governance.within-target-time': {
    'case when within_seconds is not null then raised is not null and counted <= within_seconds end as kept, decided, counted, within_seconds, within_clock,':
      'an open decision is a row only when its time is up',
  },
  'engagement.priorities-hold': {
    'where agreed >= ${from} and agreed <= ${until}': onlyWindow,
    'where true and agreed < ${until}': onlyWindow,
    'where agreed >= ${from} and true': onlyWindow,
    'select value_id, min(value_id) over (partition by source_id, key) as code from raw_value where true':
      'a column of priorities holds no other value',
    'select item_id, min(instant) as instant, any_value(code) as code, min(code) <= max(code) as moved':
      'what never changes comes to the same on the slow way',
    'select count(*) filter (where true and changed is null and ended is null and agreed + hold > ${ground.asOf})::int':
      'without a hold the last condition is unknown already',
    'where agreed >= ${ground.span.from} or agreed < ${ground.span.until}`,': takenAgain,
    'where agreed >= ${ground.span.from} and agreed <= ${ground.span.until}`,': takenAgain,
    'where true and agreed < ${ground.span.until}`,': takenAgain,
    'where agreed >= ${ground.span.from} and true`,': takenAgain,
    'from ${ground.table(agreedPriorities)} where agreed >= ${from} or agreed < ${until}`),': onlyWindow,
    'from ${ground.table(agreedPriorities)} where agreed >= ${from} and agreed <= ${until}`),': onlyWindow,
    'from ${ground.table(agreedPriorities)} where true and agreed < ${until}`),': onlyWindow,
    'from ${ground.table(agreedPriorities)} where agreed >= ${from} and true`),': onlyWindow,
  },
  'engagement.scope-settled': {
    'sql`select * from ${ground.table(settledItems)} where ended >= ${from} or ended < ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(settledItems)} where ended >= ${from} and ended <= ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(settledItems)} where true and ended < ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(settledItems)} where ended >= ${from} and true`;': onlyWindow,
    'where true': 'each of the two conditions is enough, because the item is the same',
    'where true`,': 'each of the two conditions is enough, because the item is the same',
    "sql`status = 'done' and started is not null and ended >= ${from} and ended <= ${until}`;": takenAgain,
    "sql`status = 'done' and started is not null and true and ended < ${until}`;": takenAgain,
    "sql`status = 'done' and started is not null and ended >= ${from} and true`;": takenAgain,
    'where true`;': 'keys are made one within their role, and a column holds values of one role',
  },
  'delivery.wip-within-limits': {
    'coalesce(sum(net) over (partition by limit_no order by day), 1)::int as wip': 'no limit is below one',
  },
  'delivery.within-target': {
    'sql`select * from ${ground.table(targetCases)} where began >= ${from} or began < ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(targetCases)} where began >= ${from} and began <= ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(targetCases)} where true and began < ${until}`;': onlyWindow,
    'sql`select * from ${ground.table(targetCases)} where began >= ${from} and true`;': onlyWindow,
    'having began >= ${ground.span.from} or began < ${ground.span.until}': takenAgain,
    'having began >= ${ground.span.from} and began <= ${ground.span.until}': takenAgain,
    'having true and began < ${ground.span.until}': takenAgain,
    'having began >= ${ground.span.from} and true': takenAgain,
    'where ${isWhole} and started >= ${ground.span.from} and started <= ${ground.span.until}': takenAgain,
    'where ${isWhole} and ended >= ${ground.span.from} and started < ${ground.span.until}': takenAgain,
    'where ${isWhole} and true and started < ${ground.span.until}': takenAgain,
    'where ${isWhole} and started >= ${ground.span.from} and true': takenAgain,
    "const isWhole = sql`(begins is null and ends is null and status = 'done' and ended is not null)`;": neverBegan,
    "const isWhole = sql`(begins is null and ends is null and status = 'done' and true)`;": neverBegan,
    'join (select * from targeted where true) as targeted using (item_id, target_no)':
      'a visit of no stage is not taken for one of the last stage',
    'from (select * from timed where true) as timed': 'worked time is read only where the working clock counts',
  },
  'delivery.feedback-closes': {
    'group by object order by closed / told, told desc, object limit 20`);': noNumber,
  },
  'engagement.reviews-happen': {
    'group by forum order by happened / due, due desc, forum limit 20`);': noNumber,
  },
  'decision.priority-consistency': {
    'favoured_rank <= other_rank as by_rank': 'two things on one list have two ranks',
  },
};

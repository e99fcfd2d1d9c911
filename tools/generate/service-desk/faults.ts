/** Where the organisation departs from its design: what each planted fault is, in one sentence for the reader. */
export const faults = {
  'wrong-owner':
    'Claims payout is done by _Claims_, although _Billing_ is accountable for it: about four in five of its tickets go there.',
  'shared-capability':
    'Customer notifications belong to _Web Portal_, but _Mobile App_ works on just as many of them, so two teams act for one capability.',
  'ping-pong':
    'Tickets of _Endpoint Engineering_ and _Collaboration Tools_ are passed to and fro before anybody works on them.',
  'over-escalation':
    'More than half of the changes of medium risk are taken to the Change Advisory Board, although the change manager may decide them.',
  'rubber-stamp':
    'The Procurement Review Forum stands before every purchase of 1,000 euros or more; it adds a wait of days and has never refused.',
  'slow-forum':
    'The Architecture Board sits every second week instead of weekly and puts a third of its cases off, so decisions miss their target time.',
  'skipped-stages':
    '_Mobile App_ and _Endpoint Engineering_ resolve tickets without verification, and one change in six is implemented without approval.',
  'missed-commitments': '_Policy Administration_ promises dates that it cannot keep.',
  'wip-over-limit':
    'Changes pile up in review: on nearly half of all days there are more than the limit of that stage allows.',
  reopenings:
    'About one resolved ticket in nine comes back, and so does one decided purchase in nine: what looks finished is not.',
  'uneven-paths':
    'Hardly two access approvals go the same way: they are returned, asked about and discussed without a rule.',
  'late-slowdown':
    'Since January 2026 tickets of the Insurance Core department wait several times as long before work on them begins.',
  'crossed-boundaries':
    'Infrastructure and Security are two departments on paper; their teams hand work to each other as if they were one.',
  'rush-at-quarter-end':
    'In the last two weeks of a quarter every second ticket that would have come through the portal or from monitoring is brought to somebody directly.',
  'unclear-right': 'Releases of customer data are decided by whoever is asked: the design gives nobody the right.',
} as const;

export type Fault = keyof typeof faults;

export const faultNames = Object.keys(faults) as readonly Fault[];

/** Which faults are switched on; a fault that is not named is on. */
export type Switches = Readonly<Partial<Record<Fault, boolean>>>;

/** The organisation as designed. */
export const noFaults: Switches = Object.fromEntries(faultNames.map((fault) => [fault, false]));

import { Mapping } from '#mapping/mapping.ts';
import { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import { DesignModel } from '#model/design-model.ts';
import type { StageKind } from '#model/kinds.ts';

/** The columns of the log, in their order. */
export const columns = [
  'ticket',
  'changed',
  'step',
  'action',
  'status',
  'group',
  'assignee',
  'changed by',
  'kind',
  'priority',
  'service',
  'opened',
] as const;

export const actions = ['created', 'moved', 'moved', 'moved', 'assigned', 'edited', 'commented', 'commented'] as const;

type BenchStage = { readonly name: string; readonly key: string; readonly kind: StageKind };

const stage = (name: string, kind: StageKind): BenchStage => ({
  name,
  key: name.toLowerCase().replaceAll(' ', '-'),
  kind,
});

/** The states of the log in the order of work; the last three end it. */
export const stages: readonly BenchStage[] = [
  stage('New', 'new'),
  stage('Triage', 'queue'),
  stage('Ready', 'queue'),
  stage('Analysis', 'active'),
  stage('Approval', 'decision'),
  stage('Approved', 'queue'),
  stage('Development', 'active'),
  stage('Review', 'active'),
  stage('Testing', 'active'),
  stage('Waiting for Customer', 'queue'),
  stage('Release Queue', 'queue'),
  stage('Releasing', 'active'),
  stage('Done', 'done'),
  stage('Closed', 'done'),
  stage('Cancelled', 'cancelled'),
];

/** The mapping of the log as a file would state it. */
export const statedMapping = {
  columns: {
    item: 'ticket',
    at: 'changed',
    order: 'step',
    activity: 'action',
    state: 'status',
    team: 'group',
    person: 'assignee',
    actor: 'changed by',
    type: 'kind',
    priority: 'priority',
    capability: 'service',
    created: 'opened',
  },
  time: { formats: ['YYYY-MM-DD HH:mm:ss', 'YYYY-MM-DD HH:mm'], zone: 'Europe/Berlin' },
  states: { rules: stages.map(({ name, key }) => ({ is: name, to: key })) },
  teams: { rules: [{ like: 'Group (\\d+)', to: 'group-$1' }] },
  capabilities: { rules: [{ like: 'Service (\\d+)', to: 'service-$1' }] },
  activities: [{ is: 'commented', to: 'commented' }],
};

export const mapping = Mapping.parse(statedMapping);

const office = [{ from: '08:00', until: '17:00' }];

export const calendar = WorkingCalendar.parse({
  timeZone: 'Europe/Berlin',
  hours: { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office },
  holidays: ['2023-12-25', '2023-12-26', '2024-01-01', '2024-12-25', '2024-12-26', '2025-01-01'],
});

/** A workflow in which work goes one step on, one back, to an end from anywhere, and from an end back to development. */
export const design = DesignModel.parse({
  workflows: [
    {
      key: 'requests',
      name: 'Requests',
      stages: stages.map(({ name, key, kind }) => ({ name, key, kind })),
      transitions: stages.map(({ key }, index) => ({ from: key, to: allowedFrom(index) })),
    },
  ],
});

function allowedFrom(index: number): string[] {
  const ends = stages.slice(-3).map(({ key }) => key);
  if (index >= stages.length - 3) return ['development'];
  const next = stages[index + 1]?.key;
  const before = stages[index - 1]?.key;
  return [...new Set([next, before, ...ends].filter((key) => key !== undefined))];
}

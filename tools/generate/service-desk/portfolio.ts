import { dayAfter, endDay, firstDay } from './clock.ts';

/** What the organisation undertakes beside its daily work, the quarters it plans in, and the order it has agreed on. */

export type InitiativeSpec = {
  readonly key: string;
  readonly name: string;
  readonly team: string;
  readonly capability: string;
  readonly class: 'strategic' | 'operational' | 'mandatory';
};

const initiative = (
  key: string,
  name: string,
  team: string,
  capability: string,
  kind: InitiativeSpec['class'] = 'strategic',
): InitiativeSpec => ({ key, name, team, capability, class: kind });

export const initiatives: readonly InitiativeSpec[] = [
  initiative('claims-online', 'Claims online', 'claims', 'claims-handling'),
  initiative('app-payments', 'Payments in the app', 'mobile-app', 'mobile-servicing'),
  initiative('portal-renewal', 'Renewal of the portal', 'web-portal', 'customer-self-service'),
  initiative('broker-quotes', 'Quotes for brokers', 'policy-admin', 'policy-administration'),
  initiative('direct-debit', 'Direct debit', 'billing', 'premium-billing'),
  initiative('single-sign-on', 'Single sign-on', 'identity', 'access-management'),
  initiative('data-centre-move', 'Move of the data centre', 'hosting', 'application-hosting'),
  initiative('device-renewal', 'Renewal of devices', 'endpoint', 'device-management'),
  initiative('contact-desktop', 'Desktop of the contact centre', 'core-support', 'contact-centre'),
  initiative('branch-network', 'Network of the branches', 'network', 'connectivity'),
];

/** What nobody had on a list: it came up, and was begun. */
export const latecomers: readonly InitiativeSpec[] = [
  initiative('outage-recovery', 'Recovery after the outage', 'hosting', 'application-hosting', 'operational'),
  initiative('licence-audit', 'Audit of licences', 'endpoint', 'device-management', 'operational'),
  initiative('fraud-wave', 'Answer to a wave of fraud', 'claims', 'claims-handling'),
  initiative('data-retention', 'Rules on keeping data', 'policy-admin', 'policy-administration', 'mandatory'),
  initiative('certificate-renewal', 'Renewal of certificates', 'identity', 'access-management', 'operational'),
  initiative('app-rescue', 'Rescue of the app', 'mobile-app', 'mobile-servicing'),
];

type Life = { readonly begun: string; readonly ended?: string };

/** When each was begun and, of those that did, ended: six of those on lists in turn, and latecomers as they came. */
export const lives: ReadonlyMap<string, Life> = new Map<string, Life>([
  ...initiatives.map(({ key }, index): [string, Life] => {
    const begun = dayAfter('2025-01-08', index * 23);
    return [key, index < 6 ? { begun, ended: dayAfter('2025-04-18', index * 53) } : { begun }];
  }),
  ['outage-recovery', { begun: '2025-02-17', ended: '2025-04-30' }],
  ['licence-audit', { begun: '2025-05-05', ended: '2025-10-10' }],
  ['fraud-wave', { begun: '2025-05-14', ended: '2025-09-03' }],
  ['data-retention', { begun: '2025-08-20', ended: '2026-02-13' }],
  ['certificate-renewal', { begun: '2025-11-10', ended: '2025-12-19' }],
  ['app-rescue', { begun: '2026-02-09' }],
]);

export const initiativeOf = (key: string): InitiativeSpec => {
  const found = initiatives.find((each) => each.key === key);
  if (!found) throw new Error(`no initiative ${key}`);
  return found;
};

export type Quarter = { readonly key: string; readonly from: string; readonly to: string };

const firstDays = [firstDay, '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', endDay];

export const quarters: readonly Quarter[] = firstDays.slice(1).map((to, index) => {
  const from = firstDays[index] ?? firstDay;
  return { key: `${from.slice(0, 4)}-q${Math.ceil(Number(from.slice(5, 7)) / 3)}`, from, to };
});

export const quarterOf = (day: string): Quarter | undefined => quarters.find(({ from, to }) => from <= day && day < to);

import { endDay, firstDay } from './clock.ts';

/** What the organisation undertakes beside its daily work, the quarters it plans in, and the order it has agreed on. */

export type InitiativeSpec = {
  readonly key: string;
  readonly name: string;
  readonly team: string;
  readonly capability: string;
};

const initiative = (key: string, name: string, team: string, capability: string): InitiativeSpec => ({
  key,
  name,
  team,
  capability,
});

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

import type { Fault } from './faults.ts';

/** The organisation of the example: its teams, what it must be able to do, and who really works with whom. */

export type TeamSpec = {
  readonly key: string;
  readonly name: string;
  readonly department: DepartmentKey;
  readonly people: number;
};

export type DepartmentKey = 'workplace' | 'customer-channels' | 'insurance-core' | 'infrastructure' | 'security';

export const departments: readonly { readonly key: DepartmentKey; readonly name: string; readonly front: string }[] = [
  { key: 'workplace', name: 'Workplace Services', front: 'service-desk' },
  { key: 'customer-channels', name: 'Customer Channels', front: 'channel-support' },
  { key: 'insurance-core', name: 'Insurance Core', front: 'core-support' },
  { key: 'infrastructure', name: 'Infrastructure', front: 'hosting' },
  { key: 'security', name: 'Security', front: 'identity' },
];

const team = (department: DepartmentKey, key: string, name: string, people = 7): TeamSpec => ({
  key,
  name,
  department,
  people,
});

export const teams: readonly TeamSpec[] = [
  team('workplace', 'service-desk', 'Service Desk', 9),
  team('workplace', 'endpoint', 'Endpoint Engineering'),
  team('workplace', 'collaboration', 'Collaboration Tools'),
  team('customer-channels', 'channel-support', 'Channel Support', 8),
  team('customer-channels', 'web-portal', 'Web Portal'),
  team('customer-channels', 'mobile-app', 'Mobile App'),
  team('insurance-core', 'core-support', 'Core Support', 8),
  team('insurance-core', 'policy-admin', 'Policy Administration'),
  team('insurance-core', 'claims', 'Claims'),
  team('insurance-core', 'billing', 'Billing'),
  team('insurance-core', 'actuarial', 'Actuarial Mainframe', 3),
  team('insurance-core', 'output', 'Document Output', 3),
  team('infrastructure', 'network', 'Network'),
  team('infrastructure', 'hosting', 'Hosting', 8),
  team('infrastructure', 'databases', 'Databases'),
  team('security', 'identity', 'Identity and Access', 8),
  team('security', 'perimeter', 'Perimeter Protection'),
];

/** The teams of so few people that they are only ever shown under their department, where each hides the other. */
const smallTeams: readonly string[] = ['actuarial', 'output'];

export const isSmall = (team: string): boolean => smallTeams.includes(team);

export const teamOf = (key: string): TeamSpec => {
  const found = teams.find((each) => each.key === key);
  if (!found) throw new Error(`no team ${key}`);
  return found;
};

/** The team under which a team's figures are shown. */
export const shownAs = (key: string): string => (isSmall(key) ? teamOf(key).department : key);

/** The teams that in truth hand work to each other: the departments, but for the boundary that the flow ignores. */
export const communities = (on: (fault: Fault) => boolean): string[][] => {
  const grouped = new Map<string, string[]>();
  for (const { key, department } of teams) {
    const name = department === 'security' && on('crossed-boundaries') ? 'infrastructure' : department;
    grouped.set(name, [...(grouped.get(name) ?? []), key]);
  }
  return [...grouped.values()];
};

export type CapabilitySpec = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'business' | 'it';
  readonly owner: string;
  /** What the ticket tool calls it. */
  readonly category: string;
  /** How often tickets are about it. */
  readonly weight: number;
};

const capability = (
  owner: string,
  kind: 'business' | 'it',
  key: string,
  name: string,
  category: string,
  weight: number,
): CapabilitySpec => ({ owner, kind, key, name, category, weight });

export const capabilities: readonly CapabilitySpec[] = [
  capability('service-desk', 'it', 'user-support', 'User support', 'Questions and how-to', 6),
  capability('endpoint', 'it', 'device-management', 'Device management', 'Laptops, phones and printers', 7),
  capability('endpoint', 'it', 'software-delivery', 'Software delivery', 'Software on devices', 4),
  capability('collaboration', 'it', 'messaging', 'Messaging and meetings', 'Mail, chat and meetings', 6),
  capability('collaboration', 'it', 'document-sharing', 'Document sharing', 'Files and shared folders', 4),
  capability('channel-support', 'business', 'broker-service', 'Broker service', 'Broker portal', 5),
  capability('web-portal', 'business', 'customer-self-service', 'Customer self-service', 'Customer portal', 7),
  capability('web-portal', 'business', 'customer-notifications', 'Customer notifications', 'Letters and notices', 6),
  capability('mobile-app', 'business', 'mobile-servicing', 'Mobile servicing', 'Customer app', 7),
  capability('core-support', 'business', 'contact-centre', 'Contact centre', 'Contact centre desktop', 4),
  capability('policy-admin', 'business', 'policy-administration', 'Policy administration', 'Policies and quotes', 9),
  capability('claims', 'business', 'claims-handling', 'Claims handling', 'Claims', 7),
  capability('billing', 'business', 'claims-payout', 'Claims payout', 'Claims, payments out', 5),
  capability('billing', 'business', 'premium-billing', 'Premium billing', 'Premiums and invoices', 7),
  capability('actuarial', 'business', 'actuarial-calculation', 'Actuarial calculation', 'Actuarial runs', 1),
  capability('output', 'business', 'document-output', 'Document output', 'Printed letters', 1),
  capability('network', 'it', 'connectivity', 'Connectivity', 'Network, VPN and Wi-Fi', 8),
  capability('hosting', 'it', 'application-hosting', 'Application hosting', 'Servers and containers', 6),
  capability('databases', 'it', 'data-storage', 'Data storage', 'Databases and backup', 7),
  capability('identity', 'it', 'access-management', 'Access management', 'Accounts and access', 9),
  capability('perimeter', 'it', 'perimeter-protection', 'Perimeter protection', 'Firewall and certificates', 7),
];

/** What the ticket tool offers beside the capabilities, and what nobody has mapped. */
export const unmappedCategory = 'Other';

export const capabilityOf = (key: string): CapabilitySpec => {
  const found = capabilities.find((each) => each.key === key);
  if (!found) throw new Error(`no capability ${key}`);
  return found;
};

export type Level = 'team' | 'department' | 'leadership' | 'executive';

/** The ladder, from the work upwards. */
export const levels: readonly { readonly key: Level; readonly name: string; readonly rank: number }[] = [
  { key: 'team', name: 'Team', rank: 1 },
  { key: 'department', name: 'Department', rank: 2 },
  { key: 'leadership', name: 'IT leadership', rank: 3 },
  { key: 'executive', name: 'Executive board', rank: 4 },
];

/** Roles and forums before whom decisions are brought, and the level at which each of them sits. */
export const deciders = {
  'team-lead': 'team',
  'change-manager': 'department',
  'department-head': 'department',
  'security-officer': 'department',
  'procurement-review-forum': 'department',
  'change-advisory-board': 'leadership',
  'architecture-board': 'leadership',
  'investment-board': 'leadership',
  'executive-board': 'executive',
} as const satisfies Readonly<Record<string, Level>>;

export type DeciderKey = keyof typeof deciders;

export const rankOf = (decider: DeciderKey): number => rankOfLevel(deciders[decider]);

export const rankOfLevel = (level: Level): number => levels.find(({ key }) => key === level)?.rank ?? 0;

import { capabilityOf, departments, teamOf, unmappedCategory } from './organisation.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** The team that takes up work on a capability: its owner, unless the organisation has drifted from its design. */
export const actingTeam = (world: World, capability: string | null, random: Random): string => {
  const lot = random.next();
  if (capability === null) return 'service-desk';
  if (capability === 'claims-payout' && world.has('wrong-owner') && lot < 0.8) return 'claims';
  if (capability === 'customer-notifications' && world.has('shared-capability') && lot < 0.45) return 'mobile-app';
  return capabilityOf(capability).owner;
};

/** The team that hears a ticket first. */
export const frontOf = (world: World, team: string, random: Random): string => {
  const { department } = teamOf(team);
  const crossed = world.has('crossed-boundaries') && random.chance(0.5);
  const other = department === 'security' ? 'infrastructure' : 'security';
  const where = crossed && (department === 'security' || department === 'infrastructure') ? other : department;
  return departments.find(({ key }) => key === where)?.front ?? 'service-desk';
};

export const categoryOf = (capability: string | null): string =>
  capability === null ? unmappedCategory : capabilityOf(capability).category;

/** The two teams between which tickets are passed to and fro, each as the other's partner. */
const partners: Readonly<Record<string, string>> = { endpoint: 'collaboration', collaboration: 'endpoint' };

export const pingPongPartner = (team: string): string | undefined => partners[team];

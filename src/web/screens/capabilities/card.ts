import type { z } from 'zod';
import type { listCapabilities, showCapability } from '#api/portfolio.ts';

export type Capabilities = z.output<typeof listCapabilities.answer>;
export type Capability = z.output<typeof showCapability.answer>['capability'];
export type CapabilityCard = Capabilities['capabilities'][number];
export type Maturity = CapabilityCard['maturity'][number];

/**
 * The scale on which a capability is looked at: the one it has a target on, else the one of its latest assessment. Levels of
 * two scales are never compared.
 */
export const maturityOf = ({ maturity }: CapabilityCard): Maturity | undefined =>
  maturity.find(({ target }) => target !== null) ??
  maturity.toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? '')).at(-1);

/** The level that may be relied on: none where nobody assessed it within a year. */
export const levelOf = (card: CapabilityCard): number | null => {
  const maturity = maturityOf(card);
  return maturity === undefined || maturity.stale !== false ? null : maturity.level;
};

export const gapOf = (card: CapabilityCard): number | null =>
  levelOf(card) === null ? null : (maturityOf(card)?.gap ?? null);

/** The strategic capabilities that are below what they have to be, the one that matters most first. */
export const shortOf = (cards: readonly CapabilityCard[]): CapabilityCard[] =>
  cards
    .filter((card) => card.strategic === true && (gapOf(card) ?? 0) > 0)
    .toSorted((a, b) => (b.importanceShare ?? 0) - (a.importanceShare ?? 0) || (gapOf(b) ?? 0) - (gapOf(a) ?? 0));

/** Strategic capabilities of which nobody can say how able the organisation is, because they were not assessed within a year. */
export const unassessedOf = (cards: readonly CapabilityCard[]): CapabilityCard[] =>
  cards.filter((card) => card.strategic === true && levelOf(card) === null);

import { type ChainLink, endOf } from '#model/chain-link.ts';
import type { Day } from '#model/day.ts';
import { holdsOn } from '#model/period.ts';
import type { Grade } from '#model/reading.ts';
import { millionths } from '#model/share.ts';
import { contributes, weakest } from '../claims.ts';

/** What one thing is held to contribute to another. Without a share it claims to, and not how much. */
export type Claim = {
  readonly kind: string;
  readonly key: string;
  readonly name: string;
  readonly share: number | null;
  readonly grade: Grade;
  readonly rationale: string;
};

/** What brings something about, as far as the chain tells. */
export type Contribution = {
  readonly claims: readonly Claim[];
  /** What the shares leave of the whole: other causes. Null where a claim has no share, since it may be any of the rest. */
  readonly others: number | null;
  /** The weakest of the claims; null without any. */
  readonly grade: Grade | null;
  readonly sentence: string;
};

/** The claims on something by the links that hold on a day, the largest share first. `nameOf` is asked for the givers' names. */
export const contributionTo = (
  to: { readonly kind: 'outcome' | 'benefit'; readonly key: string },
  links: readonly ChainLink[],
  today: Day,
  nameOf: (kind: string, key: string) => string,
): Contribution => {
  const claims = links
    .filter((link) => link.receiver[to.kind] === to.key && holdsOn(link, today))
    .map(({ giver, contributes: share = null, grade, rationale }): Claim => {
      const { kind, key } = endOf(giver);
      return { kind, key, name: nameOf(kind, key), share, grade, rationale };
    })
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
  const claimed = claims.reduce((sum, { share }) => sum + millionths(share ?? 0), 0);
  const others = claims.some(({ share }) => share === null) ? null : (1_000_000 - claimed) / 1_000_000;
  return {
    claims,
    others,
    grade: weakest(claims.map(({ grade }) => grade)) ?? null,
    sentence: sentenceOf(claims, others),
  };
};

/** As many are named in a sentence; who reads on has the list of all. */
const mostNamed = 8;

const sentenceOf = (claims: readonly Claim[], others: number | null): string => {
  if (claims.length === 0) return 'Nothing on record contributes to it: it is nobody’s to claim.';
  const said = claims.slice(0, mostNamed).map(({ name, share, grade }) => {
    const much = share === null ? 'to it, nobody says how much' : `${percent(share)} of it`;
    return `${name} ${contributes[grade]} ${much} (${grade})`;
  });
  const rest = others !== null && others > 0 ? [`${percent(others)} is left to other causes`] : [];
  return `${[...said, ...furtherOf(claims.slice(mostNamed)), ...rest].join('; ')}.`;
};

const furtherOf = (claims: readonly Claim[]): string[] => {
  const worst = weakest(claims.map(({ grade }) => grade));
  if (worst === undefined) return [];
  const shares = claims.reduce((sum, { share }) => sum + millionths(share ?? 0), 0) / 1_000_000;
  const some = claims.some(({ share }) => share === null) ? ', some of which nobody says how much' : '';
  return [`${claims.length} more claim ${percent(shares)} of it together (${worst} at the weakest)${some}`];
};

const percent = (share: number): string => `${Number((share * 100).toFixed(4))}%`;

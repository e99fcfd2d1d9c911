import type { DiscoveredShare } from '#model/discovery.ts';
import { slugOf } from '#model/key.ts';

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Shares of fewer cases say more about single cases than about the whole. */
const fewest = 5;

/** A share as it stands in a comment: `60 % (31 % to 83 % with 95 % confidence, n = 10)`. */
export const shareText = ({ value, lower, upper, n }: DiscoveredShare): string => {
  if (value === null) return 'no data';
  if (n < fewest) return `too few to tell a share (n = ${n})`;
  if (lower === null || upper === null) return `${percent(value)} (n = ${n})`;
  return `${percent(value)} (${percent(lower)} to ${percent(upper)} with 95% confidence, n = ${n})`;
};

/** `1 item`, `1,234 items`. */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** A length of time in days; less than one in hours, and less than an hour in minutes. */
export const daysText = (days: number): string => {
  if (days >= 1) return countText(Number(days.toFixed(1)), 'day');
  if (days * 24 >= 1) return countText(Number((days * 24).toFixed(1)), 'hour');
  return countText(Math.ceil(days * 1440), 'minute');
};

/** The next whole day, or below a day the next whole hour, as a duration: a target that the p85 has met. */
export const roundedUp = (days: number): string =>
  days >= 1 ? `P${Math.ceil(days)}D` : `PT${Math.max(1, Math.ceil(days * 24))}H`;

/** Names in brackets stand for what has no name of its own, such as `(small teams)` and `(none)`. */
export const isNamed = (name: string): boolean => !name.startsWith('(');

/**
 * The keys of one kind of record, made from the names in the evidence.
 *
 * No two names get the same one, but for a key that mappings give already: a name in another log that would have it is
 * most likely the same thing, and what is mapped must not be called something else.
 */
export class Keys {
  readonly #kind: string;
  readonly #keys = new Map<string, string>();
  readonly #staying = new Set<string>();

  constructor(kind: string) {
    this.#kind = kind;
  }

  /** What a mapping has named: it stays the key that it is, and is told before other names are. */
  stay(name: string): void {
    if (slugOf(name) !== name) return;
    this.#staying.add(name);
    this.#keys.set(name, name);
  }

  of(name: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const slug = slugOf(name) ?? this.#kind;
    const key = this.#staying.has(slug) ? slug : this.#free(slug);
    this.#keys.set(name, key);
    return key;
  }

  /** Whether a name is taken for something that is mapped under its key, so that it needs no record of its own. */
  joins(name: string): boolean {
    const key = this.of(name);
    return key !== name && this.#staying.has(key);
  }

  #free(slug: string): string {
    const taken = new Set(this.#keys.values());
    let key = slug;
    for (let copy = 2; taken.has(key); copy++) key = `${slug.slice(0, 90)}-${copy}`;
    return key;
  }

  /** The fields of a record that name it: a name of its own only where the key is not already it. */
  naming(name: string): { key: string; name?: string } {
    const key = this.of(name);
    return key === name ? { key } : { key, name };
  }
}

/** Digits and letters of which no two look alike (Crockford's). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Eight digits and capital letters for a text: the same on every machine, others as soon as anything of it is.
 *
 * Forty bits of two FNV-1a hashes: enough to tell texts of one workspace apart, and no secret.
 */
export const digestOf = (text: string): string =>
  [hashOf(text, 0x811c9dc5), hashOf(text, 0x01234567)]
    .flatMap((hash) => [0, 5, 10, 15].map((shift) => alphabet[(hash >>> shift) & 31] ?? ''))
    .join('');

const hashOf = (text: string, seed: number): number => {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // The last letters move only the low bits; this lets every letter move all of them.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
};

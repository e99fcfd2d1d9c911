import { createHmac } from 'node:crypto';

/**
 * Names of people to pseudonyms, by a key that never leaves its workspace.
 *
 * The same name has the same pseudonym in every file of a workspace and another one in every other workspace. 80 bits of a
 * keyed hash: two of a million people share a pseudonym with a chance of one in a trillion. What already is a pseudonym
 * stays as it is, so that an exported log names the same people when it is taken in again.
 */
export const pseudonymizer = (key: Uint8Array): ((name: string) => string) => {
  const known = new Map<string, string>();
  return (name) => {
    if (isPseudonym.test(name)) return name;
    const before = known.get(name);
    if (before !== undefined) return before;
    const pseudonym = `p-${createHmac('sha256', key).update(name, 'utf8').digest('hex').slice(0, 20)}`;
    known.set(name, pseudonym);
    return pseudonym;
  };
};

const isPseudonym = /^p-[0-9a-f]{20}$/u;

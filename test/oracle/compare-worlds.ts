import fc from 'fast-check';
import { expect } from 'vitest';
import { differences } from './compare.ts';
import { world } from './generate.ts';

/** Draws worlds and fails on the first that product and oracle read differently, with the smallest such world. */
export const compareWorlds = ({ more, ...runs }: fc.Parameters<unknown> & { more?: number }): Promise<void> =>
  fc.assert(
    fc.asyncProperty(world({ ties: 'hashed' }), fc.nat(1000), async (input, turn) => {
      expect(await differences(input, turn, more)).toEqual([]);
    }),
    runs,
  );

import { Key, slugOf } from '#model/key.ts';
import type { Concept } from './exchange.ts';
import type { ElementKind } from './meanings.ts';

/** The beginning of identifiers that stand for records which were not read from a model. */
export const ownPrefix = 'throughline.';

/** What an element is identified by that a record is newly written as. */
export const ownIdentifier = (kind: string, key: string): string => `${ownPrefix}${kind}.${key}`;

/** Whether an identifier says which record it is, so that nothing else has to. */
export const isOwn = (id: string): boolean => id.startsWith(ownPrefix);

/**
 * Gives each element the key of its record: the one that it was written with, else one after its name. Of several elements
 * of one name the first has it; the others have the end of their identifier behind it, so that no order of writing counts.
 */
export class Keys {
  readonly #taken = new Set<string>();

  of(kind: ElementKind, { id, name, properties }: Concept): string {
    const [written] = properties.filter((property) => property.name === 'throughline:key');
    const stated = written?.value ?? after(ownIdentifier(kind, ''), id);
    const own = stated !== undefined && Key.safeParse(stated).success ? stated : undefined;
    const plain = own ?? slugOf(name ?? '') ?? slugOf(id) ?? 'unnamed';
    for (const key of candidates(plain, id)) {
      const taken = `${kind} ${key}`;
      if (this.#taken.has(taken)) continue;
      this.#taken.add(taken);
      return key;
    }
    throw new Error('there are more numbers than elements');
  }
}

const after = (start: string, text: string): string | undefined =>
  text.startsWith(start) ? text.slice(start.length) : undefined;

function* candidates(plain: string, id: string): Generator<string> {
  yield plain;
  const end = slugOf(id.slice(-8).replace(/^[-.]+/u, '')) ?? 'x';
  const start = plain.slice(0, 80).replace(/[-.]+$/u, '');
  yield `${start}-${end}`;
  for (let number = 2; ; number++) yield `${start}-${end}-${number}`;
}

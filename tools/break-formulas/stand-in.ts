import { isDeepStrictEqual } from 'node:util';

/**
 * What a table of cases imports instead of the test runner, so that hundreds of wrong formulas can be tried in one
 * process: it only collects the cases. It knows the few claims that the tables make; another one stops the tool.
 */
export type Case = { readonly name: string; readonly run: () => unknown };

let collected: Case[] = [];

/** The cases that loading a module declares. */
export const casesOf = async (load: () => Promise<unknown>): Promise<Case[]> => {
  collected = [];
  await load();
  return collected;
};

type Run = (...values: readonly never[]) => unknown;

const add = (name: string, run: () => unknown): void => {
  collected.push({ name, run });
};

export const test = Object.assign(add, {
  each:
    (table: readonly unknown[]) =>
    (name: string, run: Run): void => {
      for (const row of table) {
        const values = (Array.isArray(row) ? row : [row]) as never[];
        add(name.replace('%s', String(values[0])), () => run(...values));
      }
    },
});

export const describe = (_: string, body: () => void): void => body();

/** A claim in place of a value, as in `expect.closeTo(0.5)`. */
class Wanted {
  readonly meets: (actual: unknown) => boolean;

  constructor(meets: (actual: unknown) => boolean) {
    this.meets = meets;
  }
}

const isClose = (actual: unknown, expected: number, digits = 2): boolean =>
  typeof actual === 'number' && Math.abs(actual - expected) < 10 ** -digits / 2;

const contains = (actual: unknown, part: unknown): boolean =>
  typeof actual === 'string' ? actual.includes(String(part)) : Array.isArray(actual) && actual.includes(part);

const claims = (actual: unknown) => {
  const told =
    (check: (actual: unknown, expected: never, more?: number) => boolean) => (expected: unknown, more?: number) =>
      claim(check(actual, expected as never, more), actual, expected);
  return {
    toBe: told(Object.is),
    toEqual: told(equals),
    toMatchObject: told(holds),
    toBeCloseTo: told(isClose),
    toContain: told(contains),
    toMatch: told((text, pattern: string | RegExp) => new RegExp(pattern).test(String(text))),
    toBeGreaterThan: told((number, bound: number) => Number(number) > bound),
    toBeLessThan: told((number, bound: number) => Number(number) < bound),
    toBeNull: () => claim(actual === null, actual, null),
  };
};

export const expect = Object.assign(claims, {
  closeTo: (expected: number, digits?: number) => new Wanted((actual) => isClose(actual, expected, digits)),
  stringContaining: (part: string) => new Wanted((actual) => contains(actual, part)),
});

/** Whether both are the same all through; what is undefined counts as not there. */
const equals = (actual: unknown, expected: unknown): boolean => {
  if (expected instanceof Wanted) return expected.meets(actual);
  if (!isKeyed(expected) || !isKeyed(actual)) return isDeepStrictEqual(actual, expected);
  if (Array.isArray(actual) !== Array.isArray(expected)) return false;
  const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...names].every((name) => equals(actual[name], expected[name]));
};

/** Whether everything that is expected is there; there may be more, but not in a list. */
const holds = (actual: unknown, expected: unknown): boolean => {
  if (expected instanceof Wanted) return expected.meets(actual);
  if (!isKeyed(expected)) return Object.is(actual, expected);
  if (!isKeyed(actual)) return false;
  if (Array.isArray(expected) && Object.keys(actual).length !== expected.length) return false;
  return Object.entries(expected).every(([name, value]) => holds(actual[name], value));
};

const isKeyed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const claim = (true_: boolean, actual: unknown, expected: unknown): void => {
  if (!true_) throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
};

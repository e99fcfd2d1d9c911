import { isDeepStrictEqual } from 'node:util';

/**
 * What a metric's table of cases imports instead of the test runner, so that hundreds of wrong formulas can be tried in one
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

export const expect = (actual: unknown) => ({
  toEqual: (expected: unknown) => claim(isDeepStrictEqual(actual, expected), actual, expected),
  toMatchObject: (expected: unknown) => claim(holds(actual, expected), actual, expected),
  toBeCloseTo: (expected: number, digits = 2) =>
    claim(Math.abs(Number(actual) - expected) < 10 ** -digits / 2, actual, expected),
});

/** Whether everything that is expected is there; there may be more. */
const holds = (actual: unknown, expected: unknown): boolean => {
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected);
  if (typeof actual !== 'object' || actual === null) return false;
  const held: Readonly<Record<string, unknown>> = { ...actual };
  return Object.entries(expected).every(([name, value]) => holds(held[name], value));
};

const claim = (true_: boolean, actual: unknown, expected: unknown): void => {
  if (!true_) throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
};

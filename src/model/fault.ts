/**
 * Every way a request can fail that a person can do something about, with what a message needs to say so.
 *
 * Anything not on this list is a bug: it is left to throw and is shown whole. A new code does not compile until it has
 * a sentence here and an exit status below.
 */
export type Faults = {
  'not-a-workspace': { readonly folder: string };
  'store-newer': { readonly where: string; readonly migration: string };
  'store-unreachable': { readonly where: string; readonly why: string };
  'store-busy': { readonly where: string; readonly seconds: number };
  'store-conflict': { readonly kind: string; readonly key: string; readonly expected: number; readonly found: number };
};

/** What the command line exits with: 2 the call was wrong, 3 the data or files were wrong. */
export type ExitCode = 2 | 3;

const sentences: {
  readonly [Code in keyof Faults]: { readonly exit: ExitCode; readonly say: (detail: Faults[Code]) => string };
} = {
  'not-a-workspace': {
    exit: 2,
    say: ({ folder }) => `${folder} holds no throughline.yaml. Type "throughline init ${folder}" to make one.`,
  },
  'store-newer': {
    exit: 3,
    say: ({ where, migration }) =>
      `${where} was written by a newer version of this program, which added ${migration}. Install that version or a newer one.`,
  },
  'store-unreachable': {
    exit: 3,
    say: ({ where, why }) => `The records at ${where} cannot be read or written: ${why}.`,
  },
  'store-busy': {
    exit: 3,
    say: ({ where, seconds }) =>
      `Somebody else has been writing to ${where} for ${seconds} seconds. Nothing was changed; try again when they are done.`,
  },
  'store-conflict': {
    exit: 3,
    say: ({ kind, key, expected, found }) =>
      `The ${kind} ${key} was changed by somebody else: ${standing(expected)} was expected, ${standing(found)} was found. Read it again and repeat the change.`,
  },
};

/** A version in words; 0 stands for a record that is not there. */
const standing = (version: number): string => (version === 0 ? 'none' : `version ${version}`);

/** A failure somebody can mend, told once, completely, in the words of the business. */
export class Fault<Code extends keyof Faults = keyof Faults> extends Error {
  readonly code: Code;
  readonly detail: Faults[Code];
  readonly exit: ExitCode;

  constructor(code: Code, detail: Faults[Code]) {
    super(sentences[code].say(detail));
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
    this.exit = sentences[code].exit;
  }
}

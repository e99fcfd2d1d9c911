/**
 * Every way a request can fail that a person can do something about, with what a message needs to say so.
 *
 * Anything not on this list is a bug: it is left to throw and is shown whole. A new code does not compile until it has
 * a sentence here and an exit status below.
 */
export type Faults = {
  'not-a-workspace': { readonly folder: string };
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
};

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

/**
 * Every way a request can fail that a person can do something about, with what a message needs to say so.
 *
 * Anything not on this list is a bug: it is left to throw and is shown whole. A new code does not compile until it has
 * a sentence here and an exit status below.
 */
export type Faults = {
  'not-a-workspace': { readonly folder: string };
  'workspace-exists': { readonly folder: string; readonly file: string };
  'workspace-problems': { readonly folder: string; readonly problems: readonly string[] };
  'workspace-held': { readonly pid: number; readonly host: string; readonly since: string; readonly file: string };
  'workspace-contested': { readonly turn: string };
  'pseudonym-key-broken': { readonly file: string; readonly found: number; readonly expected: number };
  'data-folder-unset': { readonly source: string };
  'source-missing': { readonly source: string; readonly path: string; readonly closest: string | undefined };
  'store-newer': { readonly where: string; readonly migration: string };
  'store-unreachable': { readonly where: string; readonly why: string };
  'store-busy': { readonly where: string; readonly seconds: number };
  'store-conflict': { readonly kind: string; readonly key: string; readonly expected: number; readonly found: number };
  'file-missing': { readonly path: string };
  'file-unreadable': { readonly path: string; readonly why: string };
  'file-empty': { readonly path: string };
  'file-not-text': { readonly path: string; readonly looksLike: string; readonly instead: string };
  'file-encoding': { readonly path: string; readonly declared: string; readonly found: string };
  'file-too-large': { readonly path: string; readonly limit: number };
  'header-unreadable': { readonly path: string; readonly line: number; readonly why: string };
  'columns-too-many': { readonly path: string; readonly found: number; readonly limit: number };
  'columns-missing': {
    readonly path: string;
    readonly missing: readonly MissingColumn[];
    readonly columns: readonly string[];
  };
  'column-twice': { readonly path: string; readonly column: string; readonly times: number };
  'log-unrecognised': { readonly path: string; readonly why: string; readonly columns: readonly string[] };
  'dialect-wrong': { readonly delimiter: string; readonly quote: string; readonly why: string };
  'time-format-unreadable': { readonly format: string; readonly why: string };
  'importer-unknown': {
    readonly source: string;
    readonly importer: string;
    readonly importers: readonly string[];
    readonly closest: string | undefined;
  };
  'source-unknown': { readonly source: string; readonly closest: string | undefined };
  'metric-unknown': { readonly metric: string; readonly closest: string | undefined };
  'rule-unknown': { readonly rule: string; readonly closest: string | undefined };
  'threshold-unreadable': { readonly found: string };
  'input-refused': { readonly field: string; readonly found: string; readonly why: string };
  'scope-unfit': { readonly metric: string; readonly scope: string; readonly scopes: readonly string[] };
  'window-backwards': { readonly from: string; readonly until: string };
  'run-unknown': { readonly run: number };
  'run-not-committed': { readonly run: number; readonly state: string };
  'no-evidence': { readonly folder: string };
  'zone-unknown': { readonly zone: string; readonly closest: string | undefined };
};

type MissingColumn = { readonly column: string; readonly closest: string | undefined };

/** What the command line exits with: 2 the call was wrong, 3 the data or files were wrong. */
export type ExitCode = 2 | 3;

const meant = (closest: string | undefined): string => (closest === undefined ? '' : ` Did you mean ${closest}?`);

const sentences: {
  readonly [Code in keyof Faults]: { readonly exit: ExitCode; readonly say: (detail: Faults[Code]) => string };
} = {
  'not-a-workspace': {
    exit: 2,
    say: ({ folder }) => `${folder} holds no throughline.yaml. Type "throughline init ${folder}" to make one.`,
  },
  'workspace-exists': {
    exit: 2,
    say: ({ folder, file }) => `${folder} already holds ${file}. Nothing was written; choose an empty folder.`,
  },
  'workspace-problems': {
    exit: 3,
    say: ({ folder, problems }) =>
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${folder}:\n${problems.join('\n')}`,
  },
  'workspace-held': {
    exit: 3,
    say: ({ pid, host, since, file }) =>
      `Process ${pid} on ${host} holds this workspace since ${since}. Stop it first; if no such process runs, delete ${file}.`,
  },
  'workspace-contested': {
    exit: 3,
    say: ({ turn }) =>
      `Several processes try to hold this workspace at once. Try again; if that does not help, delete ${turn}.`,
  },
  'pseudonym-key-broken': {
    exit: 3,
    say: ({ file, found, expected }) =>
      `${file} has ${found} bytes and should have ${expected}. Restore it from a backup: without it, people already known get new pseudonyms.`,
  },
  'data-folder-unset': {
    exit: 3,
    say: ({ source }) =>
      `The path of the source ${source} needs \${dataFolder}, which nothing sets. Set dataFolder in throughline.yaml or THROUGHLINE_DATA_FOLDER.`,
  },
  'source-missing': {
    exit: 3,
    say: ({ source, path, closest }) =>
      `The source ${source} has no file at ${path}.${closest === undefined ? '' : ` Did you mean ${closest}?`}`,
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
  'file-missing': { exit: 3, say: ({ path }) => `There is no file ${path}.` },
  'file-unreadable': { exit: 3, say: ({ path, why }) => `${path} cannot be read: ${why}.` },
  'file-empty': { exit: 3, say: ({ path }) => `${path} is empty: a line that names the columns was expected.` },
  'file-not-text': {
    exit: 3,
    say: ({ path, looksLike, instead }) => `${path} is not a text file: it looks like ${looksLike}. ${instead}`,
  },
  'file-encoding': {
    exit: 3,
    say: ({ path, declared, found }) =>
      `${path} is declared as ${declared}, but it looks like ${found}. Put "encoding: ${found}" under "file" in its mapping.`,
  },
  'file-too-large': {
    exit: 3,
    say: ({ path, limit }) =>
      `${path} holds more than ${limit.toLocaleString('en')} bytes of text. Split it, or raise the limit.`,
  },
  'header-unreadable': {
    exit: 3,
    say: ({ path, line, why }) => `The names of the columns cannot be read in ${path}, line ${line}: ${why}.`,
  },
  'columns-too-many': {
    exit: 3,
    say: ({ path, found, limit }) =>
      `${path} has ${found.toLocaleString('en')} columns; at most ${limit.toLocaleString('en')} can be read. Is the delimiter right?`,
  },
  'columns-missing': {
    exit: 3,
    say: ({ path, missing, columns }) => {
      const named = missing.map(({ column, closest }) => (closest ? `${column} (did you mean ${closest}?)` : column));
      return `${path} has no column ${named.join(', no column ')}. Its columns are: ${shortList(columns)}.`;
    },
  },
  'column-twice': {
    exit: 3,
    say: ({ path, column, times }) =>
      `${path} has ${times} columns named ${column}. Say which one is meant: "${column} (1)" is the first.`,
  },
  'log-unrecognised': {
    exit: 3,
    say: ({ path, why, columns }) =>
      `${path} does not look like an event log: ${why}. Its columns are: ${shortList(columns)}.`,
  },
  'dialect-wrong': {
    exit: 3,
    say: ({ delimiter, quote, why }) =>
      `A file cannot be read with the delimiter ${JSON.stringify(delimiter)} and the quote ${JSON.stringify(quote)}: ${why}.`,
  },
  'time-format-unreadable': {
    exit: 3,
    say: ({ format, why }) =>
      `${format} is no format of times: ${why}. Right would be iso, epoch-s, epoch-ms, epoch-us, or a pattern such as D/M/YYYY H:mm.`,
  },
  'importer-unknown': {
    exit: 3,
    say: ({ source, importer, importers, closest }) =>
      `The source ${source} is to be read by "${importer}", which is no importer.${meant(closest)} There is ${importers.join(', ')}.`,
  },
  'source-unknown': {
    exit: 2,
    say: ({ source, closest }) => `There is no source called ${source}.${meant(closest)} throughline.yaml lists them.`,
  },
  'metric-unknown': {
    exit: 2,
    say: ({ metric, closest }) =>
      `There is no metric called ${metric}.${meant(closest)} "throughline metric list" shows them all.`,
  },
  'rule-unknown': {
    exit: 2,
    say: ({ rule, closest }) =>
      `There is no rule called ${rule}.${meant(closest)} "throughline conform" shows them all.`,
  },
  'threshold-unreadable': {
    exit: 2,
    say: ({ found }) =>
      `"${found}" is no check. Write a rule or a dimension, a comparison and a number, such as "governance.at-intended-level<60%" or "delivery<50".`,
  },
  'input-refused': { exit: 2, say: ({ field, found, why }) => `${field} is ${found}. ${why}.` },
  'scope-unfit': {
    exit: 2,
    say: ({ metric, scope, scopes }) => `${metric} cannot be cut by ${scope}; it can by ${scopes.join(', ')}.`,
  },
  'window-backwards': {
    exit: 2,
    say: ({ from, until }) => `The window ends at ${until}, which is not after ${from}, where it starts.`,
  },
  'run-unknown': {
    exit: 2,
    say: ({ run }) => `There is no import ${run}. "throughline import list" shows them all.`,
  },
  'run-not-committed': {
    exit: 2,
    say: ({ run, state }) => `Import ${run} is ${state} already; there is nothing of it to undo.`,
  },
  'no-evidence': {
    exit: 3,
    say: ({ folder }) =>
      `${folder} has no evidence yet. Name a log under "sources:" in throughline.yaml; "throughline import --suggest FILE" drafts its mapping.`,
  },
  'zone-unknown': {
    exit: 3,
    say: ({ zone, closest }) =>
      `There is no time zone called ${zone}.${closest ? ` Did you mean ${closest}?` : ' Names look like Europe/Berlin.'}`,
  },
};

/** Names in one sentence, at most thirty of them. */
const shortList = (names: readonly string[]): string =>
  names.length <= 30 ? names.join(', ') : `${names.slice(0, 30).join(', ')} and ${names.length - 30} more`;

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

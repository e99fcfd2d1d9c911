/**
 * Every way a request can fail that a person can do something about, with what a message needs to say so.
 *
 * Anything not on this list is a bug: it is left to throw and is shown whole. A new code does not compile until it has
 * a sentence here and an exit status below.
 */
export type Faults = {
  'not-a-workspace': {
    readonly folder: string;
    /** False where there is not even such a folder. */
    readonly exists?: boolean;
    /** A file that was most likely meant to be throughline.yaml. */
    readonly misnamed?: string | undefined;
    /** Where the example that comes with the program lies. */
    readonly example?: string | undefined;
  };
  'workspace-exists': { readonly folder: string; readonly file: string };
  'workspace-problems': { readonly folder: string; readonly problems: readonly ToldProblem[] };
  'workspace-held': {
    readonly pid: number;
    readonly host: string;
    readonly since: string;
    readonly file: string;
    /** Where the holder can be asked on its machine, if it is a server. */
    readonly address?: string | undefined;
  };
  'workspace-contested': { readonly turn: string };
  'port-taken': { readonly port: number };
  'host-wide': { readonly host: string };
  'host-unusable': { readonly host: string };
  'server-silent': { readonly address: string };
  'pseudonym-key-broken': { readonly file: string; readonly found: number; readonly expected: number };
  'data-folder-unset': { readonly source: string };
  'source-missing': {
    readonly source: string;
    readonly path: string;
    readonly closest: string | undefined;
    /** What the data folder stands for, where the path is taken from it. */
    readonly dataFolder?: string | undefined;
  };
  'store-newer': { readonly where: string; readonly migration: string };
  'store-unreachable': { readonly where: string; readonly why: string };
  'store-busy': { readonly where: string; readonly seconds: number };
  'records-contradict': { readonly contradictions: readonly string[] };
  'store-conflict': { readonly kind: string; readonly key: string; readonly expected: number; readonly found: number };
  'store-moved': { readonly known: number; readonly found: number };
  'evidence-damaged': { readonly file: string; readonly why: string };
  'file-missing': { readonly path: string };
  'file-refused': { readonly path: string; readonly why: string };
  'file-unreadable': { readonly path: string; readonly why: string };
  'file-empty': { readonly path: string };
  'file-not-text': { readonly path: string; readonly looksLike: string; readonly instead: string };
  'file-encoding': { readonly path: string; readonly declared: string; readonly found: string };
  'file-too-large': { readonly path: string; readonly limit: number };
  'header-unreadable': { readonly path: string; readonly line: number; readonly why: string };
  'table-unreadable': { readonly path: string; readonly row: number; readonly why: string };
  /** A file that records were to be read from. */
  'records-unreadable': { readonly path: string; readonly why: string };
  /** Something that a workbook has no room for. */
  'workbook-unfit': { readonly what: string; readonly why: string };
  'record-format-unknown': { readonly path: string; readonly formats: readonly string[] };
  'header-missing': { readonly path: string; readonly line: number; readonly found: string };
  'xml-refused': { readonly path: string; readonly line: number; readonly why: string; readonly instead: string };
  'keys-too-many': { readonly path: string; readonly limit: number };
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
  'argument-missing': { readonly command: string; readonly argument: string; readonly says: string };
  /** `named` is the only word of the two, and may be a source as well as an item. */
  'case-half-named': { readonly named: string; readonly sources: readonly string[] };
  'case-unknown': { readonly source: string; readonly item: string };
  'record-unknown': { readonly record: string; readonly closest: string | undefined };
  'metric-unknown': { readonly metric: string; readonly closest: string | undefined };
  'nothing-called': { readonly id: string; readonly closest: string | undefined };
  'citation-unknown': { readonly cite: string; readonly from: string; readonly until: string };
  'rule-unknown': { readonly rule: string; readonly closest: string | undefined };
  'threshold-unreadable': { readonly found: string };
  'threshold-unfit': { readonly found: string; readonly why: string };
  'input-refused': {
    readonly field: string;
    readonly found: string;
    readonly expected: string;
    readonly closest?: string | undefined;
    /** Whatever else is wrong, for a form that shows all of it at once. */
    readonly more?: readonly { readonly field: string; readonly found: string; readonly expected: string }[];
  };
  'scope-key-unknown': {
    readonly scope: string;
    readonly key: string;
    readonly closest: string | undefined;
    readonly known: readonly string[];
  };
  'periods-too-many': { readonly period: string; readonly found: number; readonly limit: number };
  'scope-unfit': { readonly metric: string; readonly scope: string; readonly scopes: readonly string[] };
  'window-backwards': { readonly from: string; readonly until: string };
  'run-unknown': { readonly run: number };
  /** `by` is the import that took its place; without one, it was undone. */
  'run-not-committed': { readonly run: number; readonly by: number | undefined };
  /** A record was edited on top of a version that no longer stands. */
  'record-changed': {
    readonly record: string;
    readonly expected: number;
    readonly found: number;
    readonly by: string | null;
    readonly at: string | null;
    /** Each field that was to be set or was changed meanwhile. */
    readonly fields: readonly { field: string; was: unknown; stands: unknown; wanted: unknown }[];
  };
  /** What the pages of a list are of changed between one and the next. */
  'change-unknown': { readonly changeSet: number };
  'change-covered': {
    readonly changeSet: number;
    readonly record: string;
    readonly by: string;
    readonly at: string;
  };
  'page-gone': Readonly<Record<string, never>>;
  'upload-unknown': { readonly upload: string };
  'upload-too-large': { readonly megabytes: number };
  /** `free` is the nearest key that no source has. */
  'source-taken': { readonly source: string; readonly free: string };
  /** The first row that was rejected, where there was one. */
  'upload-reads-nothing': { readonly path: string; readonly total: number; readonly why: string | undefined };
  /** The file is none that can be looked at any further; what is wrong with it was told when it was. */
  'upload-unreadable': { readonly code: string; readonly text: string };
  'workspace-sample': Readonly<Record<string, never>>;
  'upload-not-taken': { readonly upload: string };
  'name-edit-unknown': { readonly edit: number };
  'name-edit-undone': { readonly edit: number; readonly at: string };
  'name-edit-covered': { readonly edit: number; readonly raw: string };
  'job-unknown': { readonly job: number };
  'job-ended': { readonly job: number; readonly state: string };
  /** `undone` are the files of its sources that were taken out again. */
  'no-evidence': { readonly folder: string; readonly undone: readonly string[] };
  'zone-unknown': { readonly zone: string; readonly closest: string | undefined };
};

/** Something in a file that its author has to mend; `text` is all of it in one line. */
type ToldProblem = {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly closest?: string | undefined;
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
    say: ({ folder, exists, misnamed, example }) => {
      if (exists === false)
        return `There is no folder ${folder}. Type "throughline init ${folder}" to make a workspace there.`;
      if (misnamed !== undefined) return `${folder} holds no throughline.yaml, but ${misnamed}: rename it.`;
      const tour = example === undefined ? '' : ` Type "throughline tour ${example}" to be shown the example.`;
      return `${folder} holds no throughline.yaml.${tour} Type "throughline init ${folder}" to make one.`;
    },
  },
  'workspace-exists': {
    exit: 2,
    say: ({ folder, file }) => `${folder} already holds ${file}. Nothing was written; choose an empty folder.`,
  },
  'workspace-problems': {
    exit: 3,
    say: ({ folder, problems }) =>
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${folder}:\n${problems.map(({ text }) => text).join('\n')}`,
  },
  'workspace-held': {
    exit: 3,
    say: ({ pid, host, since, file, address }) =>
      `Process ${pid} on ${host} holds this workspace since ${since}${address === undefined ? '' : `, and shows it at ${address}`}. Stop it first; if no such process runs, delete ${file}.`,
  },
  'workspace-contested': {
    exit: 3,
    say: ({ turn }) =>
      `Several processes try to hold this workspace at once. Try again; if that does not help, delete ${turn}.`,
  },
  'port-taken': {
    exit: 2,
    say: ({ port }) => `Port ${port} of this machine is taken, or may not be used. "--port 0" takes any that is free.`,
  },
  'host-wide': {
    exit: 2,
    say: ({ host }) =>
      `At ${host} other machines can ask this server. Add --beyond-this-machine if that is meant: a token is printed then, without which nobody comes in.`,
  },
  'host-unusable': {
    exit: 2,
    say: ({ host }) => `${host} is no address of this machine to listen on.`,
  },
  'server-silent': {
    exit: 3,
    say: ({ address }) =>
      `A server holds this workspace, but does not answer at ${address}. Stop it, or start it anew.`,
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
    say: ({ source, path, closest, dataFolder }) => {
      const hint = `\${dataFolder} is ${dataFolder} here; THROUGHLINE_DATA_FOLDER, or dataFolder in throughline.yaml, names another.`;
      return `throughline.yaml: the source ${source} has no file at ${path}.${meant(closest)}${dataFolder === undefined ? '' : ` ${hint}`}`;
    },
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
  'records-contradict': {
    exit: 3,
    say: ({ contradictions }) =>
      `Nothing was changed: with what stands in the store, ${contradictions.length === 1 ? 'this cannot be so' : 'these cannot be so'}:\n${contradictions.join('\n')}`,
  },
  'store-conflict': {
    exit: 3,
    say: ({ kind, key, expected, found }) =>
      `The ${kind} ${key} was changed by somebody else: ${standing(expected)} was expected, ${standing(found)} was found. Read it again and repeat the change.`,
  },
  'store-moved': {
    exit: 3,
    say: ({ known, found }) =>
      `Somebody else changed records while this was checked against them: change ${known} was the last one known, change ${found} stands by now. Nothing was changed; do it again.`,
  },
  'evidence-damaged': {
    exit: 3,
    say: ({ file, why }) =>
      `${file} is damaged: ${why}. Delete it and import again: it is made from your logs, and nothing of the model is in it.`,
  },
  'file-missing': { exit: 3, say: ({ path }) => `There is no file ${path}.` },
  'file-refused': { exit: 3, say: ({ path, why }) => `${path} cannot be read or written: ${why}.` },
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
  'table-unreadable': { exit: 3, say: ({ path, row, why }) => `${path} cannot be read at row ${row}: ${why}.` },
  'records-unreadable': { exit: 3, say: ({ path, why }) => `No records can be read from ${path}: ${why}.` },
  'workbook-unfit': { exit: 3, say: ({ what, why }) => `${what} does not fit into a workbook: ${why}.` },
  'record-format-unknown': {
    exit: 3,
    say: ({ path, formats }) =>
      `${path} is of no format that records are read from. There is ${formats.join(', ')}; "--format" names the one that is meant.`,
  },
  'header-missing': {
    exit: 3,
    say: ({ path, line, found }) =>
      `${path} has no line that names its columns: line ${line} holds ${JSON.stringify(found)}, a value like those below it. Put a line of names in front, such as "ticket,updated,status,team", one for each column.`,
  },
  'xml-refused': {
    exit: 3,
    say: ({ path, line, why, instead }) => `${path}, line ${line}: ${why}. ${instead}`,
  },
  'keys-too-many': {
    exit: 3,
    say: ({ path, limit }) =>
      `${path} has attributes of more than ${limit.toLocaleString('en')} keys; each would be a column. Leave out of the export what is not needed.`,
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
      const [only = ''] = columns;
      const hint = columns.length === 1 ? delimiterHint(only) : '';
      return `${path} has no column ${named.join(', no column ')}. Its columns are: ${shortList(columns)}.${hint}`;
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
      `${path} does not look like an event log: ${why}.${columns.length === 0 ? '' : ` Its columns are: ${shortList(columns)}.`}`,
  },
  'dialect-wrong': {
    exit: 3,
    say: ({ delimiter, quote, why }) =>
      `A file cannot be read with the delimiter ${JSON.stringify(delimiter)} and the quote ${JSON.stringify(quote)}: ${why}.`,
  },
  'time-format-unreadable': {
    exit: 3,
    say: ({ format, why }) =>
      `${format} is no format of times: ${why}. Right would be iso, epoch-s, epoch-ms, epoch-us, excel, or a pattern such as D/M/YYYY H:mm.`,
  },
  'importer-unknown': {
    exit: 3,
    say: ({ source, importer, importers, closest }) =>
      `throughline.yaml, the importer of the source ${source}: found "${importer}", which is no importer.${meant(closest)} There is ${importers.join(', ')}.`,
  },
  'source-unknown': {
    exit: 2,
    say: ({ source, closest }) => `There is no source called ${source}.${meant(closest)} throughline.yaml lists them.`,
  },
  'argument-missing': {
    exit: 2,
    say: ({ command, argument, says }) =>
      `"throughline ${command}" takes <${argument}> before the workspace, and it is missing: ${says}.`,
  },
  'case-half-named': {
    exit: 2,
    say: ({ named, sources }) => {
      if (sources.includes(named)) return `Only the source ${named} is named. Behind it comes the number of an item.`;
      const there = sources.length === 0 ? 'There is none.' : `There is ${shortList(sources)}.`;
      return `Only the item ${named} is named. Before it comes the source that it is in. ${there}`;
    },
  },
  'case-unknown': {
    exit: 2,
    say: ({ source, item }) => `No row of ${source} speaks of ${JSON.stringify(item)}.`,
  },
  'record-unknown': {
    exit: 2,
    say: ({ record, closest }) =>
      `There is no record ${record}.${meant(closest)} "throughline record set … --new" adds one.`,
  },
  'metric-unknown': {
    exit: 2,
    say: ({ metric, closest }) =>
      `There is no metric called ${metric}.${meant(closest)} "throughline metric list" shows them all.`,
  },
  'nothing-called': {
    exit: 2,
    say: ({ id, closest }) => `There is no figure, rule or sign called ${id}.${meant(closest)}`,
  },
  'citation-unknown': {
    exit: 2,
    say: ({ cite, from, until }) =>
      `Nothing that is said of ${from} until ${until} is cited as ${cite}. If it speaks of another window, name it by --from and --until.`,
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
  'threshold-unfit': { exit: 2, say: ({ found, why }) => `"${found}" cannot be checked: ${why}.` },
  'input-refused': {
    exit: 2,
    say: ({ field, found, expected, closest }) => `${field} is ${found}; ${expected} was expected.${meant(closest)}`,
  },
  'scope-key-unknown': {
    exit: 2,
    say: ({ scope, key, closest, known }) => {
      const there = known.length === 0 ? 'There is none.' : `There is ${shortList(known)}.`;
      return `No ${scope} is called ${JSON.stringify(key)}, in the evidence or the design.${meant(closest)} ${there}`;
    },
  },
  'periods-too-many': {
    exit: 2,
    say: ({ period, found, limit }) =>
      `The window holds about ${found.toLocaleString('en')} periods (${period}); at most ${limit.toLocaleString('en')} can be shown. Ask for a shorter window or for longer periods.`,
  },
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
    say: ({ run, by }) =>
      by === undefined
        ? `Import ${run} is undone already; there is nothing of it to undo.`
        : `Import ${run} gave way to import ${by}, a later version of the same file, and its rows are no longer held; there is nothing of it to undo.`,
  },
  'record-changed': {
    exit: 2,
    say: ({ record, expected, found, by, at, fields }) => {
      const who = by === null ? '' : ` by ${by} at ${at}`;
      const apart = fields.filter(({ stands, wanted }) => JSON.stringify(stands) !== JSON.stringify(wanted));
      const values = apart.map(
        ({ field, stands, wanted }) => ` ${field} is ${shown(stands)} and was to be ${shown(wanted)}.`,
      );
      return `The ${record} was changed meanwhile${who}: the edit is of ${standing(expected)}, ${standing(found)} stands.${values.join('')}`;
    },
  },
  'change-unknown': { exit: 2, say: ({ changeSet }) => `There is no change ${changeSet} in the history.` },
  'change-covered': {
    exit: 2,
    say: ({ changeSet, record, by, at }) =>
      `The ${record} was changed again by ${by} at ${at}, after change ${changeSet}: take that back first, or edit the record.`,
  },
  'page-gone': {
    exit: 2,
    say: () => 'Evidence, records or files changed since the page before: begin again with the first page.',
  },
  'upload-unknown': {
    exit: 2,
    say: ({ upload }) => `There is no file that was handed over as ${upload}, or it was deleted since.`,
  },
  'upload-too-large': {
    exit: 2,
    say: ({ megabytes }) =>
      `The file has more than ${megabytes.toLocaleString('en')} megabytes. "largestUpload" in throughline.yaml allows more; a file that is there already is named under "sources:" instead.`,
  },
  'source-taken': {
    exit: 2,
    say: ({ source, free }) => `There is a source called ${source} already. ${free} is free.`,
  },
  'upload-reads-nothing': {
    exit: 3,
    say: ({ path, total, why }) =>
      `Nothing of ${path} was taken in: none of its ${total.toLocaleString('en')} rows can be read as the mapping says${why === undefined ? '' : ` (${why})`}.`,
  },
  'upload-unreadable': { exit: 3, say: ({ text }) => text },
  'workspace-sample': {
    exit: 2,
    say: () =>
      'This workspace is made up from its first row to its last, and what is your own would be mixed with it. Type "throughline init FOLDER" for a workspace of your own, and "throughline serve FOLDER".',
  },
  'upload-not-taken': {
    exit: 2,
    say: ({ upload }) => `What was handed over as ${upload} was not taken in, or was taken out again since.`,
  },
  'name-edit-unknown': {
    exit: 2,
    say: ({ edit }) => `There is no edit ${edit} of names, or it is so old that it is forgotten.`,
  },
  'name-edit-undone': { exit: 2, say: ({ edit, at }) => `Edit ${edit} of names was undone at ${at}.` },
  'name-edit-covered': {
    exit: 2,
    say: ({ edit, raw }) =>
      `${raw} stands for something else by now than edit ${edit} said: undo what was said since, or say anew what it stands for.`,
  },
  'job-unknown': {
    exit: 2,
    say: ({ job }) => `There is no job ${job}, or it ended so long ago that it is forgotten.`,
  },
  'job-ended': { exit: 2, say: ({ job, state }) => `Job ${job} is over (${state}); there is nothing to break off.` },
  'no-evidence': {
    exit: 3,
    say: ({ folder, undone }) =>
      undone.length > 0
        ? `${folder} has no evidence: the import of ${shortList(undone)} was undone. What was undone stays out until "throughline import" takes it in again.`
        : `${folder} has no evidence yet. Name a log under "sources:" in throughline.yaml; "throughline import --suggest FILE" drafts its mapping.`,
  },
  'zone-unknown': {
    exit: 3,
    say: ({ zone, closest }) =>
      `There is no time zone called ${zone}.${closest ? ` Did you mean ${closest}?` : ' Names look like Europe/Berlin.'}`,
  },
};

/** A header that is one single name was most likely cut by another delimiter than its own. */
const delimiterHint = (header: string): string => {
  const held = [';', '\t', '|', ','].find((delimiter) => header.includes(delimiter));
  const put = held === undefined ? '' : `; put "delimiter: ${JSON.stringify(held)}" under "file" in its mapping`;
  return ` It has one column only: is the delimiter right${put}?`;
};

/** Names in one sentence, at most thirty of them. */
const shortList = (names: readonly string[]): string =>
  names.length <= 30 ? names.join(', ') : `${names.slice(0, 30).join(', ')} and ${names.length - 30} more`;

const shown = (value: unknown): string => (value === undefined || value === null ? 'nothing' : JSON.stringify(value));

/** A version in words; 0 stands for a record that is not there. */
const standing = (version: number): string => (version === 0 ? 'none' : `version ${version}`);

/** Where in a file stands what has to be mended, both counted from one; `field` as people write it: `columns.state`. */
export type Place = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field: string;
};

const before = (place: Place | undefined): string =>
  place === undefined ? '' : `${place.file}:${place.line}:${place.column} ${place.field}: `;

/** A failure somebody can mend, told once, completely, in the words of the business. */
export class Fault<Code extends keyof Faults = keyof Faults> extends Error {
  readonly code: Code;
  readonly detail: Faults[Code];
  readonly exit: ExitCode;
  readonly place: Place | undefined;

  constructor(code: Code, detail: Faults[Code], place?: Place) {
    super(`${before(place)}${sentences[code].say(detail)}`);
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
    this.exit = sentences[code].exit;
    this.place = place;
  }

  /** The same fault, told with the place that has to be mended. */
  at(place: Place): Fault<Code> {
    return new Fault(this.code, this.detail, place);
  }
}

/** Whether what was thrown is a fault of this kind. */
export const isFault = <Code extends keyof Faults>(error: unknown, code: Code): error is Fault<Code> =>
  error instanceof Fault && error.code === code;

/** Whether a word is the code of a fault, for those that come from elsewhere. */
export const isFaultCode = (code: string): code is keyof Faults => Object.hasOwn(sentences, code);

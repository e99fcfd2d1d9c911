import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReadYaml } from './check-document.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

/** Counts up whenever `readYaml` reads some text otherwise than before. */
const reader = 1;

/**
 * What YAML texts say, kept in a file from one process to the next: a text that stays is not read by the parser again, which
 * takes a second for some thousand records.
 *
 * Only what the texts of now say is kept, so that nothing taken out of a file lives on here. A file whose bytes are not
 * those that were written is not believed. Where a value stands in its text is found out when it is asked for.
 */
export class KnownTexts {
  readonly #file: string;
  readonly #known: ReadonlyMap<string, unknown>;
  readonly #said = new Map<string, unknown>();

  constructor(file: string) {
    this.#file = file;
    this.#known = valuesIn(file);
  }

  /** Reads a text as `readYaml` does. */
  readonly read: ReadYaml = (file, text) => {
    const id = hashOf(text);
    if (this.#known.has(id)) {
      const value = this.#known.get(id);
      this.#said.set(id, value);
      return { value, at: placesIn(file, text) };
    }
    const read = readYaml(file, text);
    if ('value' in read && isPlain(read.value)) this.#said.set(id, read.value);
    return read;
  };

  /** Writes down what was read, where that is anything new and the folder of the file is there. */
  keep(): void {
    const isKnown = this.#said.size === this.#known.size && this.#said.keys().every((id) => this.#known.has(id));
    if (isKnown || !existsSync(dirname(this.#file))) return;
    const values = JSON.stringify([...this.#said]);
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, `${headOf(values)}\n${values}`, { mode: 0o600 });
    renameSync(draft, this.#file);
  }
}

const valuesIn = (file: string): ReadonlyMap<string, unknown> => {
  if (!existsSync(file)) return new Map();
  const [head, values = ''] = readFileSync(file, 'utf8').split('\n', 2);
  return head === headOf(values) ? new Map(JSON.parse(values)) : new Map();
};

const headOf = (values: string): string => `${reader} ${hashOf(values)}`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Where the values of a text stand that was read before. */
const placesIn = (file: string, text: string): YamlText['at'] => {
  let read: ReturnType<ReadYaml> | undefined;
  return (path) => {
    read ??= readYaml(file, text);
    if ('problems' in read) throw new Error(`${file} was read before and cannot be read now`);
    return read.at(path);
  };
};

/** Whether JSON gives a value back as it is: it knows no infinity, and no minus zero. */
const isPlain = (value: unknown): boolean => {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isPlain);
  return typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0));
};

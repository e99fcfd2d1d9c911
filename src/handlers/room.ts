import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, type EngineLimits } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { sweepFile } from '#engine/swept.ts';
import { forgetFacts } from '#facts/build.ts';
import { unswept } from '#importers/load.ts';
import { Mapping } from '#mapping/mapping.ts';
import { pseudonymizer } from '#mapping/pseudonym.ts';
import { Fault } from '#model/fault.ts';
import { openStore, type Store } from '#store/open.ts';
import type { CheckedDocument } from '#workspace/check-document.ts';
import { KnownTexts } from '#workspace/known-texts.ts';
import { loadWorkspace, type Workspace } from '#workspace/load.ts';
import { holdWorkspace } from '#workspace/lock.ts';
import { told } from '#workspace/problem.ts';
import { pseudonymKey, stateFolder, stateFolderName } from '#workspace/state-folder.ts';
import { stateOfFiles } from '#workspace/state-of-files.ts';
import type { Surroundings } from './surroundings.ts';

export type OpenWorkspace = Workspace<Mapping>;

/**
 * One workspace while a call works in it: its files, its records, its evidence, each opened when first needed.
 *
 * Whoever opens a room closes it; until then no other process can work in the workspace.
 */
export class Room {
  readonly folder: string;
  surroundings: Surroundings;
  #workspace: OpenWorkspace | undefined;
  #supposed: OpenWorkspace | undefined;
  #files = '';
  /** What model files say, as long as that is not written down. */
  #texts: KnownTexts | undefined;
  #store: Promise<Store> | undefined;
  #engine: Promise<Engine> | undefined;
  #tried: Engine | undefined;
  #letGo: (() => void) | undefined;

  constructor(folder: string, surroundings: Surroundings) {
    this.folder = folder;
    this.surroundings = surroundings;
  }

  /**
   * The workspace as its files state it, or as it is supposed to be while something is tried out; a fault that tells every
   * problem when they cannot be read.
   */
  get workspace(): OpenWorkspace {
    if (this.#supposed) return this.#supposed;
    this.#workspace ??= this.#read();
    return this.#workspace;
  }

  /** Forgets what the files said if they changed since they were read; for a room that stays open from call to call. */
  renew(): void {
    if (!this.isAsRead) this.#workspace = undefined;
  }

  /** Whether the files look as they did when they were read. */
  get isAsRead(): boolean {
    return this.#workspace === undefined || stateOfFiles(this.folder) === this.#files;
  }

  /** Whether what stands now is taken back after the call. */
  get triesOut(): boolean {
    return this.#tried !== undefined;
  }

  /** Where databases, lock and key live. */
  get state(): string {
    return stateFolder(this.workspace.folder);
  }

  store(): Promise<Store> {
    this.#hold();
    this.#store ??= openStore({ sqlite: join(this.state, 'records.sqlite') });
    return this.#store;
  }

  engine(): Promise<Engine> {
    this.#hold();
    this.#engine ??= this.#openEngine();
    return this.#engine;
  }

  /**
   * Writes the evidence anew where rows were taken out whose bytes must not stay. Whoever held an engine asks for it again.
   */
  async sweep(): Promise<void> {
    const engine = await this.engine();
    if (!(await isUnswept(engine))) return;
    this.#engine = this.#swept(engine);
    await this.#engine;
  }

  /**
   * The evidence, to make facts of another instant in, or of other files: what is written from here on is taken back after
   * the call, and so is what the workspace is supposed to be.
   */
  async tryOut(supposed?: OpenWorkspace): Promise<Engine> {
    this.#supposed = supposed;
    this.#tried = await this.engine();
    await this.#tried.tryOut();
    return this.#tried;
  }

  async takeBack(): Promise<void> {
    await this.#tried?.takeBack();
    this.#tried = undefined;
    this.#supposed = undefined;
  }

  pseudonym(): (name: string) => string {
    return pseudonymizer(pseudonymKey(this.state, this.surroundings.random));
  }

  /** The mapping of a source, as its file states it. */
  mapOf(source: { readonly mapping: string }): CheckedDocument<Mapping> {
    const map = this.workspace.maps.get(source.mapping);
    if (!map) throw new Error(`${source.mapping} was checked and is gone`);
    return map;
  }

  mappingOf(source: { readonly mapping: string }): Mapping {
    return this.mapOf(source).value;
  }

  /** Breaks off what runs in the evidence; the room has to be left after it. */
  stop(): void {
    this.#engine?.then((engine) => engine.stop()).catch(() => undefined);
  }

  /** Closes what is open and forgets what the files said, without letting go of the workspace. */
  async leave(): Promise<void> {
    // What could not be opened was told where it was asked for; what could be is closed all the same.
    const [store, engine] = await Promise.allSettled([this.#store, this.#engine]);
    if (engine.status === 'fulfilled') engine.value?.close();
    if (store.status === 'fulfilled') await store.value?.close();
    this.#workspace = undefined;
    this.#supposed = undefined;
    this.#store = undefined;
    this.#engine = undefined;
    this.#tried = undefined;
  }

  async close(): Promise<void> {
    await this.leave();
    this.#letGo?.();
    this.#letGo = undefined;
  }

  #read(): OpenWorkspace {
    // Before they are read: a change while they are makes the next call read them again.
    this.#files = stateOfFiles(this.folder);
    this.#texts = new KnownTexts(join(this.folder, stateFolderName, 'model-texts'));
    const read = loadWorkspace(this.folder, Mapping, this.#texts.read);
    if (!('problems' in read)) return read;
    throw new Fault('workspace-problems', { folder: this.folder, problems: read.problems.map(told) });
  }

  #hold(): void {
    const { pid, host, now, address, key } = this.surroundings;
    const served = { ...(address ? { address } : {}), ...(key ? { key } : {}) };
    const holder = { pid, host, since: now().toISOString(), token: randomUUID(), ...served };
    this.#letGo ??= holdWorkspace(this.state, holder);
    this.#texts?.keep();
    this.#texts = undefined;
  }

  async #openEngine(): Promise<Engine> {
    const engine = await Engine.open(this.#evidence, this.#limits);
    await createSchema(engine);
    // A process that died before it had swept leaves that to the next one.
    return (await isUnswept(engine)) ? this.#swept(engine) : engine;
  }

  async #swept(engine: Engine): Promise<Engine> {
    this.surroundings.progress('taking what was removed out of the file');
    for (const kept of [answersIn(this.state), readingsIn(this.state)]) rmSync(kept, { force: true });
    await engine.transaction(() => forgetFacts(engine));
    engine.close();
    await sweepFile(this.#evidence, this.#limits);
    const clean = await Engine.open(this.#evidence, this.#limits);
    await clean.run(sql`delete from setting where key = ${unswept}`);
    return clean;
  }

  get #evidence(): string {
    return join(this.state, 'evidence.duckdb');
  }

  get #limits(): EngineLimits {
    const { memory } = this.surroundings;
    return { spill: join(this.state, 'spill'), ...(memory === undefined ? {} : { memory }) };
  }
}

/** Where answers are kept from one server to the next. */
export const answersIn = (state: string): string => join(state, 'answers');

/** Where readings are kept from one process to the next. */
export const readingsIn = (state: string): string => join(state, 'readings');

const isUnswept = async (engine: Engine): Promise<boolean> =>
  (await engine.one(sql`select 1 from setting where key = ${unswept}`)) !== undefined;

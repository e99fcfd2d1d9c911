import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModelRecord } from '#model/records.ts';
import { canonical } from '#store/canonical.ts';
import { type Backend, backends } from '#store/fixtures/backends.ts';
import { openStore, type Store } from '#store/open.ts';
import { idText } from '#store/record.ts';
import { type Conflict, planApply } from './apply.ts';
import { planExport } from './export.ts';
import type { Taken } from './merged.ts';
import { readModelFiles } from './model-files.ts';
import { modelText } from './model-text.ts';
import { problemText } from './problem.ts';

const header = {
  kind: 'design',
  design: 'current',
  key: 'current',
  body: { key: 'current', name: 'Current', status: 'in-force' },
} as const;

type Edit = {
  readonly at: 'files' | 'store';
  readonly key: string;
  readonly field: string;
  readonly value: number | null;
};
type Move = Edit | { readonly do: 'apply'; readonly take: Taken | undefined } | { readonly do: 'export' };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.constantFrom('files', 'store'),
  key: fc.constantFrom('a', 'b'),
  field: fc.constantFrom('sizeFte', 'note', 'all'),
  value: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }),
});
const move: fc.Arbitrary<Move> = fc.oneof(
  { arbitrary: edit, weight: 6 },
  {
    arbitrary: fc.record({
      do: fc.constant('apply'),
      take: fc.constantFrom(undefined, undefined, undefined, 'files', 'store'),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ do: fc.constant('export') }), weight: 2 },
);

/** A workspace of two files, one of a design and one of the workspace, and a store, without the rest of the house. */
class World {
  readonly store: Store;
  #files: ReadonlyMap<string, string>;

  constructor(store: Store) {
    this.store = store;
    this.#files = new Map([
      ['model/teams.yaml', `${modelText('current', [header])}# the teams\n`],
      ['model/strategy.yaml', '# the strategy\n'],
    ]);
  }

  model() {
    const model = readModelFiles([...this.#files].map(([file, text]) => ({ file, text })));
    if ('problems' in model) throw new Error(model.problems.map(problemText).join('\n'));
    return model;
  }

  texts(): string {
    return canonical([...this.#files]);
  }

  /** A team and a capability of the key are edited alike: one is of the design, one of the workspace. */
  async edit({ at, ...what }: Edit): Promise<void> {
    const records = at === 'files' ? this.model().records : await this.#current();
    const next = ids(what.key).flatMap((id) =>
      edited(
        id,
        records.find((record) => idText(record) === idText(id)),
        what,
      ),
    );
    if (at === 'store') {
      const gone = ids(what.key).map((id) => ({
        ...id,
        body: next.find((record) => record.kind === id.kind)?.body ?? null,
      }));
      await this.store.write({ ...occasion, via: 'web' }, gone);
      return;
    }
    const touched = new Set(ids(what.key).map(idText));
    const all = [...records.filter((record) => !touched.has(idText(record))), ...next];
    this.#files = new Map([
      ['model/teams.yaml', `${modelText('current', all)}# the teams\n`],
      ['model/strategy.yaml', `${modelText('', all)}# the strategy\n`],
    ]);
  }

  async apply(take?: Taken): Promise<readonly Conflict[]> {
    const plan = planApply(await this.store.current(), this.model().records, {
      stated: await this.store.stated(),
      take,
    });
    await this.store.write(occasion, plan.writes, plan.stated);
    return plan.conflicts;
  }

  async export(): Promise<readonly Conflict[]> {
    const { documents, records } = this.model();
    const { standing, conflicts, ...plan } = planApply(await this.store.current(), records, {
      stated: await this.store.stated(),
    });
    await this.store.write(occasion, plan.writes, plan.stated);
    const open = new Set(conflicts.map(idText));
    const exported = planExport(documents, standing, (id) => open.has(idText(id)));
    if ('problems' in exported) throw new Error(exported.problems.map(problemText).join('\n'));
    this.#files = new Map([...this.#files, ...exported.files.map(({ file, text }) => [file, text] as const)]);
    const { stated } = planApply(await this.store.current(), this.model().records, {
      stated: await this.store.stated(),
    });
    await this.store.write(occasion, [], stated);
    return conflicts;
  }

  /** What both doors say of every field, by record and field; `all` says whether there is a record. */
  async said(): Promise<Record<'files' | 'store', ReadonlyMap<string, unknown>>> {
    return { files: valuesOf(this.model().records), store: valuesOf(await this.#current()) };
  }

  async #current(): Promise<ModelRecord[]> {
    return (await this.store.current()).flatMap(({ kind, design, key, body }) =>
      kind === 'team' || kind === 'capability' || kind === 'design' ? [{ kind, design, key, body }] : [],
    );
  }
}

const occasion = { actor: 'ada', at: '2026-01-01T00:00:00.000Z', reason: 'law', via: 'test' };

const ids = (key: string) => [
  { kind: 'team', design: 'current', key } as const,
  { kind: 'capability', design: '', key } as const,
];

type Id = ReturnType<typeof ids>[number];

const edited = (id: Id, before: ModelRecord | undefined, { field, value }: Omit<Edit, 'at'>): ModelRecord[] => {
  if (field === 'all' && value === null) return [];
  const body = before?.body ?? { key: id.key, ...(id.kind === 'capability' ? { kind: 'it' } : {}) };
  if (field === 'all') return [{ ...id, body }];
  const name = id.kind === 'capability' && field === 'sizeFte' ? 'description' : field;
  const { [name]: _lost, ...left } = body;
  return [{ ...id, body: value === null ? left : { ...left, [name]: name === 'sizeFte' ? value : `${value}` } }];
};

const valuesOf = (records: readonly ModelRecord[]): ReadonlyMap<string, unknown> =>
  new Map(
    records
      .filter(({ kind }) => kind !== 'design')
      .flatMap(({ kind, key, body }) => [
        [`${kind} ${key} all`, true] as const,
        ...Object.entries(body).map(([field, value]) => [`${kind} ${key} ${field}`, value] as const),
      ]),
  );

/** Both doors make the same record by themselves, and one takes it back before anything is applied. */
const alikeByChance: Move[] = [
  { at: 'store', key: 'a', field: 'sizeFte', value: null },
  { at: 'files', key: 'a', field: 'sizeFte', value: null },
  { at: 'store', key: 'a', field: 'all', value: null },
  { do: 'apply', take: undefined },
];

/** What the files say is settled for the store when it is shown, and goes from them only when they are exported. */
const settledLater: Move[] = [
  { at: 'store', key: 'b', field: 'note', value: 1 },
  { at: 'files', key: 'b', field: 'note', value: 2 },
  { do: 'apply', take: 'store' },
  { at: 'files', key: 'a', field: 'all', value: 1 },
  { do: 'export' },
];

/** What both doors made and never settled is taken back by one before it is exported. */
const neverSettled: Move[] = [
  { at: 'store', key: 'a', field: 'note', value: 1 },
  { at: 'files', key: 'a', field: 'note', value: 2 },
  { do: 'apply', take: undefined },
  { at: 'files', key: 'a', field: 'all', value: null },
  { do: 'export' },
];

describe.each(backends)('two doors in $name', ({ start, runs }) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  const inWorld = async (work: (world: World) => Promise<void>): Promise<void> => {
    const store = await openStore(await backend.fresh());
    try {
      const world = new World(store);
      await world.apply();
      await work(world);
    } finally {
      await store.close();
    }
  };

  test('no edit of either door is lost without having been shown', () =>
    fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 14 }), (moves) =>
        inWorld(async (world) => {
          /** What both doors said when they last met; two edits that come to the same by chance are no meeting. */
          const agreed = new Map<string, unknown>();
          /** What the files said that was shown and settled for the store; it stands in them until they are exported. */
          const overruled = new Map<string, unknown>();
          for (const one of moves) {
            const before = await world.said();
            const shown =
              'at' in one ? await world.edit(one) : await (one.do === 'apply' ? world.apply(one.take) : world.export());
            const after = await world.said();
            const places = new Set([before, after].flatMap(({ files, store }) => [...files.keys(), ...store.keys()]));
            for (const place of places) {
              if (shown) {
                const isShown = shown.some(({ kind, key, clashes }) =>
                  clashes.some(
                    ({ field }) =>
                      place.startsWith(`${kind} ${key} `) && (field === undefined || place.endsWith(` ${field}`)),
                  ),
                );
                for (const door of ['files', 'store'] as const) {
                  const wasEdited = before[door].get(place) !== agreed.get(place);
                  const isOther = after[door].get(place) !== before[door].get(place);
                  const wasShown =
                    isShown ||
                    (door === 'files' && overruled.has(place) && overruled.get(place) === before.files.get(place));
                  expect([place, door, wasEdited && isOther && !wasShown]).toEqual([place, door, false]);
                }
                if (isShown && 'take' in one && one.take === 'store') overruled.set(place, before.files.get(place));
                // A record that waits to be settled has met in none of its fields.
                const waits =
                  !('take' in one && one.take !== undefined) &&
                  shown.some(({ kind, key }) => place.startsWith(`${kind} ${key} `));
                if (!waits && after.files.get(place) === after.store.get(place))
                  agreed.set(place, after.files.get(place));
              }
            }
          }
        }),
      ),
      { numRuns: Math.ceil(runs / 4), examples: [[alikeByChance], [settledLater], [neverSettled]] },
    ));

  test('whatever was edited, once it is settled and exported both doors say the same, and nothing changes any more', () =>
    fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 10 }), fc.constantFrom<Taken>('files', 'store'), (moves, take) =>
        inWorld(async (world) => {
          for (const one of moves) {
            await ('at' in one ? world.edit(one) : one.do === 'apply' ? world.apply(one.take) : world.export());
          }
          await world.apply(take);
          expect(await world.export()).toEqual([]);
          const { files, store } = await world.said();
          expect(files).toEqual(store);
          const texts = world.texts();
          const changes = (await world.store.history()).length;
          await world.apply();
          await world.export();
          expect(world.texts()).toBe(texts);
          expect(await world.store.history()).toHaveLength(changes);
          expect(texts).toContain('# the teams');
          expect(texts).toContain('# the strategy');
        }),
      ),
      { numRuns: Math.ceil(runs / 4) },
    ));
});

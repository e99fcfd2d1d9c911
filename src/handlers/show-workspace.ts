import { resolve } from 'node:path';
import { type ChoosablePeriod, showWorkspace } from '#api/workspace.ts';
import { type PeriodKind, periodsBetween } from '#model/calendar/periods.ts';
import type { DesignModel } from '#model/design-model.ts';
import { Fault } from '#model/fault.ts';
import { modelInForce } from '#model/model-in-force.ts';
import type { Window } from '#model/window.ts';
import { broughtUp } from './applying.ts';
import { serve } from './define.ts';
import { runs } from './import-evidence.ts';
import { noticesOf } from './notices.ts';
import { refresh } from './refresh.ts';
import type { Room } from './room.ts';

export const answerShowWorkspace = serve(showWorkspace, async (asked, room) => {
  const { configuration, folder } = room.workspace;
  const { name, sample, timeZone, currency, planningPeriod, fiscalYearStart } = configuration;
  const { span, asOf, design, notices } = await found(room, asked);
  return {
    name,
    folder: resolve(folder),
    sample,
    timeZone,
    currency,
    planningPeriod,
    span,
    asOf,
    sources: await knownSources(room),
    teams: named(design.teams),
    capabilities: named(design.capabilities),
    periods: span === null ? [] : choosable(span, timeZone, fiscalYearStart),
    disputed: disputedIn(design),
    notices: [...notices],
  };
});

const disputedIn = ({ disputes }: DesignModel) =>
  disputes
    .filter(({ status }) => status === 'open')
    .map(({ figure: id, where }) => ({ id, ...(where ? { where } : {}) }));

type Found = {
  readonly span: Window | null;
  readonly asOf: string | null;
  readonly design: DesignModel;
  readonly notices: readonly string[];
};

/** A workspace of which there is no figure yet is shown all the same. */
const found = async (room: Room, asked: { asOf?: string | undefined }): Promise<Found> => {
  try {
    const { span, asOf, design, notices } = await refresh(room, asked);
    return { span, asOf: new Date(asOf).toISOString(), design, notices };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'no-evidence') throw error;
    const applied = await broughtUp(room);
    const now = room.surroundings.now().getTime();
    const design = modelInForce(applied.models, now, room.workspace.configuration.timeZone);
    return { span: null, asOf: null, design, notices: noticesOf(applied) };
  }
};

const knownSources = async (room: Room) => {
  const committed = (await runs(await room.engine())).filter(({ state }) => state === 'committed');
  return room.workspace.configuration.sources.map((source) => {
    const own = committed.filter((run) => run.source === source.key);
    const sum = (field: 'accepted' | 'rejected'): number => own.reduce((total, run) => total + run[field], 0);
    return {
      key: source.key,
      name: source.name ?? source.key,
      accepted: sum('accepted'),
      rejected: sum('rejected'),
      lastImport: own[0]?.importedAt ?? null,
      link: room.mappingOf(source).link ?? null,
    };
  });
};

type Record = { readonly key: string; readonly name?: string | undefined; readonly parent?: string | undefined };

const named = (records: readonly Record[]) =>
  records
    .map(({ key, name, parent }) => ({ key, name: name ?? key, ...(parent === undefined ? {} : { parent }) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

const kinds: readonly PeriodKind[] = ['year', 'half', 'quarter', 'month'];

const choosable = ({ from, until }: Window, timeZone: string, fiscalYearStart: number): ChoosablePeriod[] =>
  kinds.flatMap((kind) =>
    periodsBetween(kind, from, until, timeZone, fiscalYearStart).map((period) => ({
      kind,
      ...period,
      whole: Date.parse(period.from) >= Date.parse(from) && Date.parse(period.until) <= Date.parse(until),
    })),
  );

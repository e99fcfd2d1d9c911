import { windowOf } from '#api/looked-at.ts';
import { lookedAt } from '../../cases.ts';
import type { Opened } from '../../opened.ts';
import type { Looked } from '../../queries.ts';
import { useView, whereOf } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';

/** What every picture of the screen is asked for: the period, the cases and the instant that the address names. */
export const useLooked = (): Looked => {
  const view = useView();
  return { window: windowOf(useWorkspace(), view.period), asOf: view.asOf, where: lookedAt(whereOf(view)) };
};

/** Something of the cases that are looked at. */
export const useOf = (): ((id: string) => Opened) => {
  const where = whereOf(useView());
  return (id) => ({ id, where });
};

/** How the period is called in a picture. */
export const usePeriodName = (): string => useView().period ?? 'all of the evidence';

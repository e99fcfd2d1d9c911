import { useNavigate, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import type { Opens } from '#model/opens.ts';

const text = z.string().min(1).optional().catch(undefined);

/**
 * All that a page shows beyond what it is of, as its address says it. What is left out is the usual: all IT, all of the
 * evidence, its last instant, nothing opened.
 */
export const View = z.object({
  scope: text,
  period: text,
  vs: text,
  asOf: z.iso.date().optional().catch(undefined),
  open: text,
  dimension: text,
  band: text,
  /** Which of the pictures of a screen is looked at, of which log, cut by what, and how much of it is drawn. */
  tab: text,
  log: text,
  by: text,
  /** The currency in which money is told, where there are several; `all` for all of it in that of totals. */
  unit: text,
  /** `evidenced` where money is followed only along links that are measured. */
  show: text,
  detail: z.coerce.number().min(0).max(1).optional().catch(undefined),
  reason: text,
  /** Which design is looked at, where it is not the one in force, and which one it is compared with. */
  design: text,
  against: text,
  /** The instants at which two states of a design are compared. */
  beforeAt: z.iso.date().optional().catch(undefined),
  afterAt: z.iso.date().optional().catch(undefined),
  /** One record (`team:billing`), all of a kind, a kind of which one is added, and words that are looked for. */
  record: text,
  kind: text,
  add: text,
  find: text,
  /** A file that is being brought in, how far that is, and the job that does it. */
  upload: text,
  step: text,
  job: z.coerce.number().int().optional().catch(undefined),
});
export type View = z.infer<typeof View>;

export const useView = (): View => useSearch({ strict: false });

/** The same, with nothing opened and no file at hand: as another screen is gone to. */
export const closed = (view: View): View => ({
  ...view,
  open: undefined,
  band: undefined,
  tab: undefined,
  log: undefined,
  by: undefined,
  show: undefined,
  detail: undefined,
  reason: undefined,
  record: undefined,
  kind: undefined,
  add: undefined,
  find: undefined,
  upload: undefined,
  step: undefined,
  job: undefined,
});

/**
 * Goes to the same page with something else in its address; what is undefined is taken out of it. What takes the place of
 * the address before is not gone back to step by step. It stays where it was scrolled to, unless what comes is to be read from
 * its top.
 */
export const useChange = (): ((change: Partial<View>, how?: 'in place' | 'from the top') => void) => {
  const navigate = useNavigate();
  return (change, how) => {
    const search = (before: View): View => ({ ...before, ...change });
    void navigate({ to: '.', search, resetScroll: how === 'from the top', replace: how === 'in place' });
  };
};

/** `team:billing` as the cases of a figure that are looked at. */
export const whereOf = ({ scope }: View): Opens['where'] => {
  const [kind = '', ...key] = (scope ?? '').split(':');
  if (kind !== 'team' && kind !== 'capability') return undefined;
  return { scope: kind, key: key.join(':') };
};

import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { type Meaning, mapNames, undoNameEdit } from '#api/names.ts';
import { ask, Refused } from '../../ask.ts';
import { useSay } from '../../said.tsx';

export type SavedNames = z.output<(typeof mapNames)['answer']>;

type Said = { readonly source: string; readonly names: readonly Meaning[] };

type NameOrders = {
  /** What saving would change; undefined where it is refused, which is said. */
  readonly look: (said: Said) => Promise<SavedNames | undefined>;
  readonly save: (said: Said) => Promise<SavedNames | undefined>;
  readonly undo: (edit: number, said: Said) => Promise<void>;
};

/** Orders what names stand for and says what came of it: what is saved can be undone, and what was undone saved again. */
export const useNameOrders = (): NameOrders => {
  const say = useSay();
  const queries = useQueryClient();
  const answered = async <T>(order: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await order();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ text: error.message });
      return undefined;
    }
  };
  const changed = async <T>(order: () => Promise<T>): Promise<T | undefined> => {
    const answer = await answered(order);
    if (answer !== undefined) await queries.invalidateQueries();
    return answer;
  };
  const orders: NameOrders = {
    look: ({ source, names }) => answered(() => ask(mapNames, { source, names: [...names], dryRun: true })),
    save: async (said) => {
      const answer = await changed(() => ask(mapNames, { source: said.source, names: [...said.names] }));
      const edit = answer?.edit ?? undefined;
      if (answer && edit !== undefined) {
        say({ text: `Saved: ${whatStands(answer)}.`, undo: () => void orders.undo(edit, said) });
      }
      return answer;
    },
    undo: async (edit, said) => {
      if (!(await changed(() => ask(undoNameEdit, { edit })))) return;
      say({ text: 'The names stand for what they stood for before.', undo: () => void orders.save(said) });
    },
  };
  return orders;
};

const whatStands = ({ names: [first, ...more] }: SavedNames): string =>
  first === undefined
    ? 'nothing'
    : `${first.raw} stands for ${first.to ?? 'itself'}${more.length === 0 ? '' : `, and ${more.length} more`}`;

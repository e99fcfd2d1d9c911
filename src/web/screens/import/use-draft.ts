import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';
import { draftUpload, type ShownUpload } from '#api/uploads.ts';
import { ask } from '../../ask.ts';
import { theUpload } from '../../queries.ts';

/** What somebody changes in a draft; it is kept at once, so that nothing is lost when the page is. */
export type DraftChange = Omit<z.input<(typeof draftUpload)['input']>, 'upload'>;
export type Change = (change: DraftChange) => Promise<void>;

/** A file that was handed over with its draft, and the one way to change it: one change after the other. */
export const useDraft = (upload: string) => {
  const queries = useQueryClient();
  const shown = useQuery({ ...theUpload(upload), staleTime: Number.POSITIVE_INFINITY });
  const [refused, setRefused] = useState<string>();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const change = useCallback<Change>(
    (wanted) => {
      const turn = async (): Promise<void> => {
        try {
          const next: ShownUpload = await ask(draftUpload, { upload, ...wanted });
          queries.setQueryData(theUpload(upload).queryKey, next);
          setRefused(undefined);
        } catch (error) {
          setRefused(error instanceof Error ? error.message : String(error));
        }
      };
      const done = last.current.then(turn);
      last.current = done;
      return done;
    },
    [queries, upload],
  );
  return { shown, change, refused };
};

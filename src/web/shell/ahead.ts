import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { windowOf } from '#api/looked-at.ts';
import type { WorkspaceCard } from '#api/workspace.ts';
import { openedIn } from '../opened.ts';
import { theExplanation } from '../queries.ts';
import { isExplained } from '../value-names.ts';
import type { View } from '../view.ts';

/** Asks for a figure as soon as it is pressed: until the finger is lifted, and it opens, a tenth of a second goes by. */
export const useAhead = (workspace: WorkspaceCard | undefined, { period, asOf }: View): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const onPress = ({ target, button }: PointerEvent): void => {
      const name =
        target instanceof Element ? target.closest<HTMLElement>('a[data-figure]')?.dataset.figure : undefined;
      const opened = openedIn(name ?? '');
      if (!workspace || !opened || button !== 0 || !isExplained(opened.id)) return;
      const window = windowOf(workspace, opened.period ?? period);
      void queries.prefetchQuery(theExplanation(opened, { window, asOf }));
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [queries, workspace, period, asOf]);
};

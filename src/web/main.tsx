import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { Refused } from './ask.ts';
import { routerOf } from './router.tsx';
import { takeTheme } from './shell/theme.ts';

// A checker made from text would be run against what the page allows.
z.config({ jitless: true });
takeTheme();

/** A refusal that asking again cannot mend is told at once. */
const retry = (times: number, error: Error): boolean =>
  times < 2 && error instanceof Refused && [0, 503].includes(error.problem.status);

const queries = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: 60_000, gcTime: 600_000, refetchOnWindowFocus: false } },
});

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={routerOf()} />
    </QueryClientProvider>,
  );
}

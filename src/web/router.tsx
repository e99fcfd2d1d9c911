import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Loading } from './parts/loading.tsx';
import { NowhereState, ProblemState } from './parts/states.tsx';
import { screens } from './screens/index.ts';
import { Shell } from './shell/shell.tsx';
import { View } from './view.ts';

const root = createRootRoute({ component: Shell, validateSearch: View, notFoundComponent: NowhereState });

const routes = screens.flatMap(({ path, under = [], load }) =>
  [path, ...under].map((address) =>
    createRoute({
      getParentRoute: () => root,
      path: address,
      component: lazyRouteComponent(load, 'Screen'),
      pendingComponent: Loading,
      errorComponent: ({ error, reset }) => <ProblemState error={error} again={reset} />,
    }),
  ),
);

/** Addresses hold plain texts, so that a person can read and write them. */
export const routerOf = () =>
  createRouter({
    routeTree: root.addChildren(routes),
    defaultPreload: false,
    scrollRestoration: true,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const given = Object.entries(search).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      );
      const text = new URLSearchParams(given).toString();
      return text === '' ? '' : `?${text}`;
    },
  });

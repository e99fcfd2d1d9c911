import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { currentPeriod } from '#api/looked-at.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemState } from '../parts/states.tsx';
import { theWorkspace } from '../queries.ts';
import { Said } from '../said.tsx';
import { closed, useChange, useView } from '../view.ts';
import { WorkPlace } from '../work.tsx';
import { WorkspaceContext } from '../workspace.ts';
import { useAhead } from './ahead.ts';
import { useKeys } from './keys.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { Waiting } from './waiting.tsx';

const Inspector = lazy(async () => ({ default: (await import('../inspector/inspector.tsx')).Inspector }));
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));

/** What stands around every screen: the way to the others, what is looked at, and what lies on top. */
export function Shell() {
  const view = useView();
  const change = useChange();
  const navigate = useNavigate();
  const workspace = useQuery(theWorkspace(view.asOf));
  const [top, setTop] = useState<'palette' | 'help'>();

  const step = (by: -1 | 1): void => {
    const current = workspace.data && currentPeriod(workspace.data, view.period);
    if (!current || !workspace.data) return;
    const own = workspace.data.periods.filter(({ kind }) => kind === current.kind);
    const next = own[own.findIndex(({ key }) => key === current.key) + by];
    if (next) change({ period: next.key });
  };
  useAhead(workspace.data, view);
  useKeys({
    palette: () => setTop('palette'),
    help: () => setTop('help'),
    go: (path) => void navigate({ to: path, search: closed }),
    period: step,
    inspect: (figure) => figure.click(),
  });

  return (
    <WorkspaceContext value={workspace.data}>
      <Said>
        <a className="skip" href="#main">
          Skip to what this page says
        </a>
        <div className="shell">
          <Rail onPalette={() => setTop('palette')} onHelp={() => setTop('help')} />
          <div className="page">
            <TopBar isComing={workspace.isPending} />
            <WorkPlace>
              <main id="main" tabIndex={-1}>
                {workspace.isPending && <Waiting />}
                {workspace.error && <ProblemState error={workspace.error} again={() => void workspace.refetch()} />}
                {workspace.data && (
                  <Suspense fallback={<Loading />}>
                    <Outlet />
                  </Suspense>
                )}
              </main>
            </WorkPlace>
          </div>
        </div>
        <Suspense fallback={null}>
          {view.open !== undefined && workspace.data && <Inspector workspace={workspace.data} />}
          {top === 'palette' && <Palette onClose={() => setTop(undefined)} onHelp={() => setTop('help')} />}
          {top === 'help' && <Help onClose={() => setTop(undefined)} />}
        </Suspense>
      </Said>
    </WorkspaceContext>
  );
}

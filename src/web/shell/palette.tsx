import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { Layer } from '../parts/layer.tsx';
import { theMetrics } from '../queries.ts';
import { screens } from '../screens/index.ts';
import { useChange } from '../view.ts';
import { useWorkspace } from '../workspace.ts';
import { takeTheme, themes } from './theme.ts';

type Deed = { readonly group: string; readonly name: string; readonly run: () => void };

type Props = { readonly onClose: () => void; readonly onHelp: () => void };

/** How many are offered at once. */
const most = 12;

/** Finds by its name whatever can be gone to, looked at or opened. */
export function Palette({ onClose, onHelp }: Props) {
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const deeds = useDeeds(onHelp);
  const found = deeds.filter((deed) => fits(deed, wanted)).slice(0, most);

  const run = (deed: Deed | undefined): void => {
    if (!deed) return;
    onClose();
    deed.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') run(found[at]);
  };

  return (
    <Layer title="Find" className="palette" onClose={onClose}>
      <input
        type="search"
        data-first
        role="combobox"
        aria-label="A screen, period, team or figure"
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant={found[at] ? `found-${at}` : undefined}
        autoComplete="off"
        placeholder="A screen, period, team or figure"
        value={wanted}
        onChange={({ target }) => {
          setWanted(target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id="found" role="listbox" aria-label="Found">
        {found.map((deed, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys of its list.
          <div
            key={`${deed.group} ${deed.name}`}
            id={`found-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => run(deed)}
          >
            <span className="muted">{deed.group}</span> {deed.name}
          </div>
        ))}
      </div>
      <p className="muted small" role="status">
        {found.length === 0 ? 'Nothing is called so.' : 'Arrows choose, Enter takes, Esc closes.'}
      </p>
    </Layer>
  );
}

const fits = ({ group, name }: Deed, wanted: string): boolean => {
  const text = `${group} ${name}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
};

const useDeeds = (onHelp: () => void): readonly Deed[] => {
  const change = useChange();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const { data } = useQuery(theMetrics);
  return [
    ...screens.map(({ title, path }) => ({ group: 'Go to', name: title, run: () => void navigate({ to: path }) })),
    { group: 'Period', name: 'All of the evidence', run: () => change({ period: undefined }) },
    ...workspace.periods
      .toReversed()
      .map(({ key }) => ({ group: 'Period', name: key, run: () => change({ period: key }) })),
    { group: 'Scope', name: 'All IT', run: () => change({ scope: undefined }) },
    ...workspace.teams.map(({ key, name }) => ({
      group: 'Team',
      name,
      run: () => change({ scope: `team:${key}` }),
    })),
    ...workspace.capabilities.map(({ key, name }) => ({
      group: 'Capability',
      name,
      run: () => change({ scope: `capability:${key}` }),
    })),
    ...(data?.metrics ?? []).map(({ id, code, title }) => ({
      group: 'Figure',
      name: `${title} (${code})`,
      run: () => change({ open: id }),
    })),
    ...themes.map((theme) => ({ group: 'Colours', name: theme, run: () => takeTheme(theme) })),
    { group: 'Help', name: 'Keys', run: onHelp },
    { group: 'Help', name: 'Print this page', run: () => window.print() },
  ];
};

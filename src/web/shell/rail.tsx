import { Link } from '@tanstack/react-router';
import { Icon } from '../parts/icon.tsx';
import { screens } from '../screens/index.ts';
import { closed } from '../view.ts';
import { ThemeChoice } from './theme-choice.tsx';

type Props = { readonly onPalette: () => void; readonly onHelp: () => void };

export function Rail({ onPalette, onHelp }: Props) {
  return (
    <div className="rail">
      <div className="brand">
        <img src="/mark.svg" alt="" width="24" height="24" />
        <span className="rail-word">Throughline</span>
      </div>
      <button type="button" className="rail-item find" onClick={onPalette} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className="rail-word">Find</span>
        <kbd className="rail-word">Ctrl K</kbd>
      </button>
      <nav aria-label="Screens">
        <ul>
          {screens
            .filter(({ within }) => within === undefined)
            .map(({ id, path, title }) => (
              <li key={id}>
                <Link
                  to={path}
                  search={closed}
                  className="rail-item"
                  activeOptions={{ exact: path === '/', includeSearch: false }}
                  title={title}
                >
                  <Icon name={id} />
                  <span className="rail-word">{title}</span>
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <div className="rail-end">
        <ThemeChoice />
        <button type="button" className="rail-item" onClick={onHelp} aria-keyshortcuts="?" title="Keys and help">
          <Icon name="help" />
          <span className="rail-word">Keys and help</span>
        </button>
      </div>
    </div>
  );
}

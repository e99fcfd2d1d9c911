import { Link } from '@tanstack/react-router';
import { Icon } from '../../parts/icon.tsx';
import { bare, importPath } from './links.ts';

const tabs = [
  { part: 'sources', path: '/data', title: 'Sources' },
  { part: 'names', path: '/data/names', title: 'Names' },
  { part: 'definitions', path: '/data/definitions', title: 'Definitions' },
] as const;

export function Tabs({ part = 'sources' }: { readonly part: string | undefined }) {
  return (
    <div className="tabs">
      <nav aria-label="Parts of Data">
        <ul>
          {tabs.map(({ part: own, path, title }) => (
            <li key={own}>
              <Link
                to={path}
                search={bare}
                activeOptions={{ exact: true, includeSearch: false }}
                aria-current={own === part ? 'page' : undefined}
                className="tab"
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Link to={importPath} search={bare} className="button">
        <Icon name="add" /> Bring in a file
      </Link>
    </div>
  );
}

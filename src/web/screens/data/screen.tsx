import { useLocation } from '@tanstack/react-router';
import { NowhereState } from '../../parts/states.tsx';
import { useView } from '../../view.ts';
import { DefinitionPage } from './definition-page.tsx';
import { Definitions } from './definitions.tsx';
import { NamesPage } from './names-page.tsx';
import { SourcePage } from './source-page.tsx';
import { Sources } from './sources.tsx';
import { Tabs } from './tabs.tsx';

/** Where everything comes from, and what it means: sources, names and definitions. */
export function Screen() {
  const { pathname } = useLocation();
  const { asOf } = useView();
  const [, , part, key] = pathname.split('/').map(decodeURIComponent);
  return (
    <div className="data">
      <Tabs part={part} />
      {asOf !== undefined && part !== 'definitions' && (
        <p className="muted small">Sources and names are shown as they are now, whatever day is looked at.</p>
      )}
      <Part part={part} name={key} />
    </div>
  );
}

function Part({ part, name }: { readonly part: string | undefined; readonly name: string | undefined }) {
  switch (part) {
    case undefined:
      return <Sources />;
    case 'sources':
      return <SourcePage key={name} source={name ?? ''} />;
    case 'names':
      return <NamesPage />;
    case 'definitions':
      return name === undefined ? <Definitions /> : <DefinitionPage id={name} />;
    default:
      return <NowhereState />;
  }
}

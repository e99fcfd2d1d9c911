import { useChange, useView } from '../view.ts';

/** Words that are looked for among rows. They stand in the address, where each letter takes the place of the one before. */
export function Finder({ among }: { readonly among: string }) {
  const { find = '' } = useView();
  const change = useChange();
  return (
    <input
      type="search"
      aria-label={`Find among ${among}`}
      placeholder="Find"
      defaultValue={find}
      onChange={({ target }) => change({ find: target.value.trim() || undefined }, 'in place')}
    />
  );
}

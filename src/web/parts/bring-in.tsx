import { Link } from '@tanstack/react-router';
import { closed } from '../view.ts';
import { Icon } from './icon.tsx';

/** Where a page has nothing to show yet: the way to the one thing it needs. */
export function BringIn() {
  return (
    <p>
      <Link to="/data/import" search={closed} className="button primary">
        <Icon name="add" /> Bring in a file
      </Link>
    </p>
  );
}

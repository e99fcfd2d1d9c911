import type { ReactNode } from 'react';

type Props = { readonly label: string; readonly children: ReactNode };

/** A place for what may be wider than it; it is scrolled by the keyboard too. */
export function Scrolled({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls has to take the focus.
    <section className="scrolled" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

type Props = {
  readonly title: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog over the page, with the focus on what in it is marked as first. The browser keeps the focus in it, closes it with Esc, and gives the focus back. */
export function Layer({ title, className = '', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => shown?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does by the keyboard what a click beside the dialog does.
    <dialog
      ref={dialog}
      className={`layer ${className}`}
      aria-label={title}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="layer-head">
        <h2>{title}</h2>
        <button type="button" className="plain" onClick={onClose} aria-label="Close">
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

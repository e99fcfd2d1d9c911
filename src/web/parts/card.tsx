import { type ReactNode, useId } from 'react';

type Props = {
  readonly title: string;
  readonly says?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

export function Card({ title, says, className = '', children }: Props) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {says !== undefined && <p className="muted small">{says}</p>}
      </div>
      {children}
    </section>
  );
}

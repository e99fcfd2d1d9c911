export type Pair = readonly [name: string, value: string | null];

type Props = {
  readonly of: readonly Pair[];
  /** What opens where they come from. */
  readonly figure?: string;
};

/** Names with what stands for each; a dash where nothing is on record. */
export function Pairs({ of, figure }: Props) {
  return (
    <dl className="pairs" data-figure={figure}>
      {of.map(([name, value]) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

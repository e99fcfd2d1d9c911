/** Grey stretches where words will be; seen only where they are waited for (look/states.css). */
export function Loading({
  lines = 4,
  what = 'Reading the evidence',
}: {
  readonly lines?: number;
  readonly what?: string;
}) {
  return (
    <div className="loading" role="status">
      <span className="unseen">{what} …</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike.
        <span key={line} className="bone" aria-hidden="true" />
      ))}
    </div>
  );
}

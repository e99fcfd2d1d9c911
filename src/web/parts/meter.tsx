import { useWords } from '../workspace.ts';

/** How far something is, in words and as a bar. */
export function Meter({ share, says }: { readonly share: number; readonly says: string }) {
  const words = useWords();
  return (
    <div className="meter">
      <progress value={share} max={1} aria-label={says} />
      <span role="status">
        {words.figure(Math.floor(share * 100) / 100, 'share')} {says}
      </span>
    </div>
  );
}

/** Something of which nobody knows how far it is, but what it is at. */
export function Busy({ says }: { readonly says: string }) {
  return (
    <div className="meter">
      <progress aria-label={says} />
      <span role="status">{says} …</span>
    </div>
  );
}

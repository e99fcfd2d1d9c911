/** A share of one as a length, beside the number that says it. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="bar-of" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-ground" x="0" y="0" width="100" height="8" />
      <rect className="bar-part" x="0" y="0" width={share * 100} height="8" />
    </svg>
  );
}

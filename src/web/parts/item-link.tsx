type Props = { readonly link: string; readonly item: string };

/** The way to an item in the tool it comes from. */
export function ItemLink({ link, item }: Props) {
  return (
    <a
      className="item-link"
      href={link.replaceAll('{item}', encodeURIComponent(item))}
      target="_blank"
      rel="noreferrer"
      aria-label={`${item} in its own tool`}
    >
      ↗
    </a>
  );
}

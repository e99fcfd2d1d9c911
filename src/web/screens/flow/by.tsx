import { useChange } from '../../view.ts';

type Props = { readonly name: string; readonly all: Readonly<Record<string, string>>; readonly chosen: string };

/** What a picture is cut by; it stands in the address. */
export function By({ name, all, chosen }: Props) {
  const change = useChange();
  return (
    <fieldset className="choices filters">
      <legend className="unseen">{name}</legend>
      {Object.entries(all).map(([key, text]) => (
        <button key={key} type="button" aria-pressed={key === chosen} onClick={() => change({ by: key })}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}

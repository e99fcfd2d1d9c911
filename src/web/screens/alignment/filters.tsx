import { Dimension, type RuleResult } from '#model/rule-result.ts';
import { useChange, useView } from '../../view.ts';
import { standingOf, standings } from './chosen.ts';
import { standingWords } from './standing-words.ts';

/** Which rules are shown; what is chosen stands in the address. */
export function Filters({ rules }: { readonly rules: readonly RuleResult[] }) {
  const { dimension, band } = useView();
  const change = useChange();
  const dimensions = Dimension.options.filter((each) => rules.some((rule) => rule.dimension === each));
  const found = standings.filter((each) => rules.some((rule) => standingOf(rule) === each));
  return (
    <div className="filters">
      <Choices
        name="Dimension"
        all={dimensions.map((each) => ({ key: each, text: each }))}
        chosen={dimension}
        choose={(key) => change({ dimension: key })}
      />
      <Choices
        name="Standing"
        all={found.map((each) => ({ key: each, text: standingWords[each].text }))}
        chosen={band}
        choose={(key) => change({ band: key })}
      />
    </div>
  );
}

type Props = {
  readonly name: string;
  readonly all: readonly { readonly key: string; readonly text: string }[];
  readonly chosen: string | undefined;
  readonly choose: (key: string | undefined) => void;
};

/** One of a few, or all of them. */
function Choices({ name, all, chosen, choose }: Props) {
  return (
    <fieldset className="choices">
      <legend className="unseen">{name}</legend>
      {[{ key: undefined, text: 'all' }, ...all].map(({ key, text }) => (
        <button key={text} type="button" aria-pressed={key === chosen} onClick={() => choose(key)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}

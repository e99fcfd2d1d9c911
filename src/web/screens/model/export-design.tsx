import { useState } from 'react';
import { exportModel } from '#api/model.ts';
import { ask } from '../../ask.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useSay } from '../../said.tsx';
import { save } from '../../save.ts';
import { useDeed } from './deed.ts';
import { Refusal } from './proposal.tsx';
import { useListed } from './records.tsx';

/** A design, or the records of the workspace, as the text of one file. */
export function ExportDesign() {
  const say = useSay();
  const { designs, design } = useListed();
  const [chosen, setChosen] = useState(design ?? '');
  const { failed, run } = useDeed();
  const withText = (use: (text: string) => Promise<void> | void): Promise<void> =>
    run(async () => {
      const { text } = await ask(exportModel, { asText: true, ...(chosen === '' ? {} : { design: chosen }) });
      await use(text ?? '');
    });
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    say({ text: 'The text is copied.' });
  };
  return (
    <Card title="Take along" says="as YAML, one file">
      <label className="choice">
        <span>What</span>
        <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {designs.map(({ key, name }) => (
            <option key={key} value={key}>
              The design {name}
            </option>
          ))}
          <option value="">The records of the workspace</option>
        </select>
      </label>
      <div className="buttons">
        <button
          type="button"
          onClick={() =>
            void withText((text) =>
              save(`${chosen === '' ? 'workspace' : chosen}.yaml`, new Blob([text], { type: 'text/yaml' })),
            )
          }
        >
          <Icon name="download" /> Download
        </button>
        <button type="button" onClick={() => void withText(copy)}>
          <Icon name="copy" /> Copy
        </button>
      </div>
      <Refusal error={failed} />
    </Card>
  );
}

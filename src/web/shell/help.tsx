import { useState } from 'react';
import { Layer } from '../parts/layer.tsx';
import { keyMap } from './keys.ts';
import { countLetters, lettersCount } from './letters.ts';

export function Help({ onClose }: { readonly onClose: () => void }) {
  const [letters, setLetters] = useState(lettersCount);
  return (
    <Layer title="Keys and help" onClose={onClose}>
      <table className="keys">
        <tbody>
          {keyMap.map(({ keys, does, letter }) => (
            <tr key={keys} className={letter && !letters ? 'off' : ''}>
              <th scope="row">
                {keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="tick">
        <input
          type="checkbox"
          checked={letters}
          onChange={({ target }) => {
            countLetters(target.checked);
            setLetters(target.checked);
          }}
        />
        Single letters are short cuts
      </label>
      <p className="muted">
        Every number opens: click it, or move to it and press Enter. What opens says how the number is defined, how sure
        it is, and which rows it stands on.
      </p>
    </Layer>
  );
}

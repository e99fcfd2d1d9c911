import { useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { takeTheme, themeNow, themes } from './theme.ts';

/** Goes through the themes, one at a click. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(themeNow);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <button
      type="button"
      className="rail-item"
      title={`Colours: ${theme}`}
      onClick={() => {
        takeTheme(next);
        setTheme(next);
      }}
    >
      <Icon name={theme} />
      <span className="rail-word">Colours: {theme}</span>
    </button>
  );
}

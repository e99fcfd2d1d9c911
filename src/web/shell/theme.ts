/** How the pages are coloured: as the machine is, or as somebody chose. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const kept = 'throughline.theme';

export const themeNow = (): Theme => themes.find((theme) => theme === localStorage.getItem(kept)) ?? 'system';

export const takeTheme = (theme: Theme = themeNow()): void => {
  localStorage.setItem(kept, theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

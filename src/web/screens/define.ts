import type { ComponentType } from 'react';

/** One screen as a value: where it is, what it is called, and how it is fetched when somebody goes there. */
export type ScreenDefinition = {
  readonly id: string;
  readonly path: string;
  /** Further addresses under it; which of them is shown, it tells by the address. */
  readonly under?: readonly string[];
  readonly title: string;
  /** The letter that goes there, typed after `g`; one that belongs to another screen may have none. */
  readonly letter?: string;
  /** The screen that it belongs to; it has no entry of its own in the rail then. */
  readonly within?: string;
  /** What it answers, as its user would ask. */
  readonly asks: string;
  readonly load: () => Promise<{ readonly Screen: ComponentType }>;
};

export const defineScreen = (screen: ScreenDefinition): ScreenDefinition => screen;

/** The ways to look at a design, in the order of the tabs: its five dimensions, then all of it, then what stands beside it. */
export const tabs = [
  { id: 'structure', title: 'Structure' },
  { id: 'governance', title: 'Governance' },
  { id: 'delivery', title: 'Delivery' },
  { id: 'capabilities', title: 'Capabilities' },
  { id: 'engagement', title: 'Engagement' },
  { id: 'records', title: 'All records' },
  { id: 'found', title: 'Designed and found' },
  { id: 'compare', title: 'Compare' },
  { id: 'files', title: 'Files' },
] as const;

export type TabId = (typeof tabs)[number]['id'];

/** The tab that an address names; the first where it names none. */
export const tabOf = (named: string | undefined): TabId => tabs.find(({ id }) => id === named)?.id ?? 'structure';

import { defineScreen } from '../define.ts';

export const alignment = defineScreen({
  id: 'alignment',
  path: '/alignment',
  title: 'Alignment',
  letter: 'a',
  asks: 'Where do we not do what we say?',
  load: () => import('./screen.tsx'),
});

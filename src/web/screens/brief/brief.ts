import { defineScreen } from '../define.ts';

export const brief = defineScreen({
  id: 'brief',
  path: '/',
  title: 'Brief',
  letter: 'b',
  asks: 'What needs me now?',
  load: () => import('./screen.tsx'),
});

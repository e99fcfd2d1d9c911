import { defineScreen } from '../define.ts';

export const model = defineScreen({
  id: 'model',
  path: '/model',
  title: 'Model',
  letter: 'm',
  asks: 'How are we meant to work?',
  load: () => import('./screen.tsx'),
});

import { defineScreen } from '../define.ts';

export const flow = defineScreen({
  id: 'flow',
  path: '/flow',
  title: 'Flow',
  letter: 'f',
  asks: 'Where does work wait?',
  load: () => import('./screen.tsx'),
});

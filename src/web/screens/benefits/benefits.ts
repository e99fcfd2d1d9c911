import { defineScreen } from '../define.ts';

export const benefits = defineScreen({
  id: 'benefits',
  path: '/benefits',
  under: ['/benefits/$key'],
  title: 'Benefits',
  letter: 'n',
  asks: 'What was promised, and what came of it?',
  load: () => import('./screen.tsx'),
});

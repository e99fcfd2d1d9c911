import { defineScreen } from '../define.ts';

export const portfolio = defineScreen({
  id: 'portfolio',
  path: '/portfolio',
  under: ['/portfolio/$key'],
  title: 'Portfolio',
  letter: 'p',
  asks: 'Is money where strategy is?',
  load: () => import('./screen.tsx'),
});

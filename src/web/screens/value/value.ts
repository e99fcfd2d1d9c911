import { defineScreen } from '../define.ts';

export const value = defineScreen({
  id: 'value',
  path: '/value',
  under: ['/value/outcomes/$key'],
  title: 'Value trace',
  letter: 'v',
  asks: 'What did we get for it?',
  load: () => import('./screen.tsx'),
});

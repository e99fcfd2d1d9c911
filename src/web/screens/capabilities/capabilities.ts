import { defineScreen } from '../define.ts';

export const capabilities = defineScreen({
  id: 'capabilities',
  path: '/capabilities',
  under: ['/capabilities/$key'],
  title: 'Capabilities',
  letter: 'c',
  asks: 'Are we able to do what matters?',
  load: () => import('./screen.tsx'),
});

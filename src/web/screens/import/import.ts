import { defineScreen } from '../define.ts';

export const importFile = defineScreen({
  id: 'import',
  path: '/data/import',
  title: 'Bring in a file',
  within: 'data',
  asks: 'What does this file say, and what would it change?',
  load: () => import('./screen.tsx'),
});

import { defineScreen } from '../define.ts';

export const data = defineScreen({
  id: 'data',
  path: '/data',
  under: ['/data/sources/$source', '/data/names', '/data/definitions', '/data/definitions/$definition'],
  title: 'Data',
  letter: 'd',
  asks: 'Can I believe it?',
  load: () => import('./screen.tsx'),
});

import { lineIcon } from './line-icon.tsx';

export const UnderlayIcon = lineIcon(
  'M4 5h16v14H4zM4 15.5l4.5-4.5 5 5M13 15.5l2.5-2.5 4.5 4.5',
  'M14.1 9a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0z',
);

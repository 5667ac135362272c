import { lineIcon } from './line-icon.tsx';

export const SearchIcon = lineIcon('M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20');
export const PlusIcon = lineIcon('M12 5v14M5 12h14');
export const TrashIcon = lineIcon('M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5');
export const DuplicateIcon = lineIcon('M8 8h12v12H8zM16 8V4H4v12h4');
export const PencilIcon = lineIcon('M4 20l1-5L16.5 3.5l4 4L9 19zM14 6l4 4');
export const ChevronDownIcon = lineIcon('M7 10l5 5 5-5');
export const ChevronRightIcon = lineIcon('M10 7l5 5-5 5');
export const ChevronLeftIcon = lineIcon('M14 7l-5 5 5 5');
export const ArrowUpIcon = lineIcon('M12 20V5M6 11l6-6 6 6');
export const ArrowDownIcon = lineIcon('M12 4v15M6 13l6 6 6-6');
export const MoreIcon = lineIcon(
  '',
  'M5 10.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 0 0 0-3zM12 10.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 0 0 0-3zM19 10.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 0 0 0-3z',
);
export const GripIcon = lineIcon(
  '',
  'M8.5 5h2v2h-2zM13.5 5h2v2h-2zM8.5 11h2v2h-2zM13.5 11h2v2h-2zM8.5 17h2v2h-2zM13.5 17h2v2h-2z',
);
export const PrinterIcon = lineIcon('M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z');
export const ImportIcon = lineIcon('M12 4v11M8 11l4 4 4-4M5 13v7h14v-7');
export const IsolateIcon = lineIcon('M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4', 'M8.5 8.5h7v7h-7z');

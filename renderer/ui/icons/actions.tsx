import { lineIcon } from './line-icon.tsx';

export const UndoIcon = lineIcon('M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9');
export const RedoIcon = lineIcon('M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h5');
export const ZoomInIcon = lineIcon(
  'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20M10.5 7.5v6M7.5 10.5h6',
);
export const ZoomOutIcon = lineIcon(
  'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20M7.5 10.5h6',
);
export const FitIcon = lineIcon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 9h6v6H9z');
export const SearchIcon = lineIcon('M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20');
export const PlusIcon = lineIcon('M12 5v14M5 12h14');
export const MinusIcon = lineIcon('M5 12h14');
export const TrashIcon = lineIcon('M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5');
export const DuplicateIcon = lineIcon('M8 8h12v12H8zM16 8V4H4v12h4');
export const PencilIcon = lineIcon('M4 20l1-5L16.5 3.5l4 4L9 19zM14 6l4 4');
export const ChevronDownIcon = lineIcon('M7 10l5 5 5-5');
export const ChevronUpIcon = lineIcon('M7 14l5-5 5 5');
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
export const ExportIcon = lineIcon('M12 15V4M8 8l4-4 4 4M5 13v7h14v-7');
export const ImportIcon = lineIcon('M12 4v11M8 11l4 4 4-4M5 13v7h14v-7');
export const FolderIcon = lineIcon('M3 19V5h6l2 3h10v11z');
export const SettingsIcon = lineIcon(
  'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM9 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
);
export const HelpIcon = lineIcon(
  'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8',
  'M11 15.75h2v2h-2z',
);
export const IsolateIcon = lineIcon('M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4', 'M8.5 8.5h7v7h-7z');
export const HomeIcon = lineIcon('M3.5 11.5L12 4l8.5 7.5M6 10v10h12V10M10 20v-6h4v6');
export const KeyboardIcon = lineIcon(
  'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M18 10h.01M7 14h.01M18 14h.01M10 14h5',
);

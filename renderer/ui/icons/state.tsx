import { lineIcon } from './line-icon.tsx';

export const LockIcon = lineIcon('M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3M12 14.5v2');
export const UnlockIcon = lineIcon('M5 11h14v9H5zM8 11V7a4 4 0 0 1 7.6-1.7M12 14.5v2');
export const EyeIcon = lineIcon(
  'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
);
export const EyeOffIcon = lineIcon(
  'M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5c3.7 0 7 2 9.5 6.5a15 15 0 0 1-2.7 3.5M6.3 7.6A14 14 0 0 0 2.5 12c2.5 4.5 5.8 6.5 9.5 6.5 1.5 0 2.9-.3 4.2-.9M10 10a3 3 0 0 0 4 4',
);
export const SiteIcon = lineIcon(
  'M12 21c-4-4.5-6.5-7.7-6.5-11a6.5 6.5 0 0 1 13 0c0 3.3-2.5 6.5-6.5 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
);
const star = 'M12 4l2.4 5.2 5.6.7-4.2 3.8 1.2 5.6-5-2.9-5 2.9 1.2-5.6L4 9.9l5.6-.7z';
export const StarIcon = lineIcon(star);
/** Of what is kept as a favourite. */
export const StarredIcon = lineIcon(star, star);
export const CheckIcon = lineIcon('M5 12.5l4.5 4.5L19 7');
export const CloseIcon = lineIcon('M6 6l12 12M18 6L6 18');
export const AlertIcon = lineIcon('M12 4l9.5 16.5h-19zM12 10v5M12 17.5v.01');
export const InfoIcon = lineIcon('M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 8v.01');

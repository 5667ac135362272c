import { useMemo } from 'react';
import { colourOf } from '../../core/drawing/colours.ts';
import { useTheme } from '../hooks/use-theme.ts';
import type { Palette } from './paint-style.ts';

/** The canvas colours of the theme that is on; the same object until the theme changes. */
export function usePalette(): Palette {
  const theme = useTheme();
  return useMemo(() => ({ colourOf: (ink) => colourOf(ink, theme) }), [theme]);
}

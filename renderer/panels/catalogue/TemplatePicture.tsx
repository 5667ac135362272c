import { svgSteps } from '../../../core/codec/svg.ts';
import { colourOf } from '../../../core/drawing/colours.ts';
import { fragmentPicture } from '../../../core/drawing/fragment-picture.ts';
import { dashesMm, type PaperPath, paperItems } from '../../../core/drawing/paper-items.ts';
import type { Fragment } from '../../../core/plan/parts/fragment.ts';
import { type Theme, useTheme } from '../../hooks/use-theme.ts';

const SIZE = { widthMm: 36, heightMm: 27 } as const;
/** Lines are thinner than on a sheet: the picture is that much smaller. */
const LINE_SHARE = 0.8;
const HATCH_OPACITY = 0.18;

type Drawn = { readonly id: number; readonly steps: string; readonly path: PaperPath };

const drawn = new WeakMap<Fragment, readonly Drawn[]>();

function pathsOf(fragment: Fragment): readonly Drawn[] {
  const known = drawn.get(fragment);
  if (known) return known;
  const items = fragmentPicture(fragment, SIZE)?.groups.flatMap((group) => paperItems(group)) ?? [];
  const paths = items
    .filter((item) => item.type === 'path')
    .map((path, id) => ({ id, steps: svgSteps(path), path }));
  drawn.set(fragment, paths);
  return paths;
}

/** What a template looks like, as the sheet draws it; its row has the name. */
export function TemplatePicture({ fragment }: { readonly fragment: Fragment }) {
  const theme = useTheme();
  return (
    <svg viewBox={`0 0 ${SIZE.widthMm} ${SIZE.heightMm}`} width="72" height="54" aria-hidden="true">
      {pathsOf(fragment).map(({ id, steps, path }) => (
        <path key={id} d={steps} {...lookOf(path, theme)} />
      ))}
    </svg>
  );
}

function lookOf({ stroke, fill }: PaperPath, theme: Theme) {
  const dash = stroke ? dashesMm[stroke.dash].join(' ') : '';
  return {
    fill: fill ? colourOf(fill.ink, theme) : 'none',
    ...(fill && { fillOpacity: fill.pattern === 'hatch' ? HATCH_OPACITY : fill.opacity }),
    ...(stroke && { stroke: colourOf(stroke.ink, theme), strokeWidth: stroke.widthMm * LINE_SHARE }),
    ...(dash !== '' && { strokeDasharray: dash }),
  };
}

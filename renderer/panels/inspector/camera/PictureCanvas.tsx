import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  FARTHEST_PERSON,
  floorAt,
  type PersonPlace,
} from '../../../../core/analysis/picture/person-figures.ts';
import { type PreparedPicture, pictureItems } from '../../../../core/analysis/picture/picture-items.ts';
import { polar } from '../../../../core/geometry/point.ts';
import { fromDegrees, normaliseAngle } from '../../../../core/units.ts';
import { useTheme } from '../../../hooks/use-theme.ts';
import { text } from '../../../messages/text.ts';
import styles from './PictureSection.module.css';
import { paintPicture } from './paint-picture.ts';

/** Nearer no person is put, metres. */
export const NEAREST_PERSON = 0.1;

type Props = {
  readonly picture: PreparedPicture;
  readonly person: PersonPlace;
  /** What is seen of the person, in words. */
  readonly said: string;
  readonly onMove: (person: PersonPlace) => void;
};

/** The picture of a camera; the person in it is dragged over the floor, or moved by the arrow keys. */
export function PictureCanvas({ picture, person, said, onMove }: Props) {
  const { view } = picture;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const theme = useTheme();
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    const items = pictureItems(picture, polar(person.aside, person.distance));
    paintPicture(canvas.current, items, { size: picture.view, theme, width });
  }, [picture, person, width, theme]);
  const drag = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = floorAt(view, {
      left: ((event.clientX - box.left) / box.width) * view.widthPx,
      top: ((event.clientY - box.top) / box.height) * view.heightPx,
    });
    if (place) onMove(held(place));
  };
  return (
    <div
      ref={frame}
      role="slider"
      tabIndex={0}
      aria-label={text('picture.person')}
      aria-valuemin={NEAREST_PERSON}
      aria-valuemax={FARTHEST_PERSON}
      aria-valuenow={person.distance}
      aria-valuetext={said}
      aria-orientation="vertical"
      className={styles.picture}
      style={{ aspectRatio: `${view.widthPx} / ${view.heightPx}` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
      }}
      onKeyDown={(event) => {
        const next = movedByKey(person, event);
        if (!next) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(held(next));
      }}
    >
      <canvas ref={canvas} />
    </div>
  );
}

const held = ({ distance, aside }: PersonPlace): PersonPlace => ({
  distance: Math.min(Math.max(distance, NEAREST_PERSON), FARTHEST_PERSON),
  aside: normaliseAngle(aside),
});

/** What one press of a key is: metres, and radians; ten times as much with Shift. */
const STEP = 0.5;
const TURN = fromDegrees(1);

function movedByKey(
  { distance, aside }: PersonPlace,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): PersonPlace | null {
  const times = shiftKey ? 10 : 1;
  if (key === 'ArrowUp') return { distance: distance + STEP * times, aside };
  if (key === 'ArrowDown') return { distance: distance - STEP * times, aside };
  if (key === 'ArrowLeft') return { distance, aside: aside + TURN * times };
  if (key === 'ArrowRight') return { distance, aside: aside - TURN * times };
  return key === 'Home' ? { distance, aside: 0 } : null;
}

/** The width of an element in the window's pixels, and again when it changes. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

import { boxesTouch, boxOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { ringArea } from '../../geometry/polygon.ts';
import type { Form } from '../neutral-drawing.ts';

/** A form with those of its holes that can be some: they lie where its outline does, and leave something of it. */
export function withTrueHoles(form: Form): Form {
  if (form.type !== 'polygon' || form.holes.length === 0) return form;
  const { ring } = form;
  const [around, area] = [boxOf(ring), Math.abs(ringArea(ring))];
  // Corner by corner a hostile file would take for ever.
  const isHole = (hole: readonly Point[]) => {
    const box = boxOf(hole);
    return box !== null && around !== null && boxesTouch(box, around) && Math.abs(ringArea(hole)) < area;
  };
  const holes = form.holes.filter(isHole);
  return holes.length === form.holes.length ? form : { type: 'polygon', ring, holes };
}

import type { RecordOf } from '../../plan/kinds/index.ts';
import type { Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, ringPath, stroke } from '../paths.ts';
import { kept, outlined, type Parts, part, points } from './symbol-parts.ts';

const origin = { x: 0, y: 0 };
const body = ringPath(points([-1.9, -0.85], [0.75, -0.85], [0.75, 0.85], [-1.9, 0.85]));
const lens = ringPath(points([0.75, -0.4], [1.9, -1.15], [1.9, 1.15], [0.75, 0.4]));
const dome = circlePath(origin, 1.5);
const iris = circlePath(origin, 0.7);
const turningRing = circlePath(origin, 2.3);
const heads = [0, 1, 2, 3].flatMap((quarter) => {
  const [cos, sin] = [Math.cos((quarter * Math.PI) / 2), Math.sin((quarter * Math.PI) / 2)];
  return linePath({ x: cos * 1.5, y: sin * 1.5 }, { x: cos * 2.3, y: sin * 2.3 });
});

/** A camera looking along +x, millimetres: a body and lens, or a dome for one that looks all round. */
export const cameraSymbol = kept((ink: Ink, type: RecordOf<'camera'>['type']): Parts => {
  const line = stroke(ink, lineWeights.symbol);
  const solid = fill(ink);
  if (type === 'panoramic') return [outlined(dome), part(dome, line, fill('paper')), part(iris, null, solid)];
  if (type === 'multisensor') {
    const arms = part(heads, stroke(ink, lineWeights.cut), null);
    return [outlined(dome), arms, part(dome, line, fill('paper')), part(iris, null, solid)];
  }
  const front = part(lens, line, type === 'thermal' ? fill('paper') : solid);
  const shape = [outlined([...body, ...lens]), part(body, line, solid), front];
  return type === 'ptz' ? [...shape, part(turningRing, line, null)] : shape;
});

const shield: Path = [
  ['M', 0, 2.1],
  ['L', 1.75, 1.4],
  ['L', 1.75, 0],
  ['C', 1.75, -1.1, 0.9, -1.8, 0, -2.2],
  ['C', -0.9, -1.8, -1.75, -1.1, -1.75, 0],
  ['L', -1.75, 1.4],
  ['Z'],
];
const booth = ringPath(points([-2.5, -2.6], [2.5, -2.6], [2.5, 2.6], [-2.5, 2.6]));
const core = circlePath({ x: 0, y: 0.1 }, 0.65);
const wheels = [-1, 1].flatMap((side) => circlePath({ x: side * 1.2, y: -2.7 }, 0.45));

/** A guard post, upright: a shield, in a booth or on wheels. */
export const postSymbol = kept((ink: Ink, type: RecordOf<'post'>['type']): Parts => {
  const line = stroke(ink, lineWeights.object);
  const shape = [part(shield, line, fill('paper')), part(core, null, fill(ink))];
  if (type === 'booth')
    return [outlined(booth), part(booth, stroke(ink, lineWeights.symbol), fill('paper')), ...shape];
  if (type === 'vehicle') return [outlined(shield), part(wheels, null, fill(ink)), ...shape];
  return [outlined(shield), ...shape];
});

const looking = ringPath(points([3, -0.65], [4, 0], [3, 0.65]));
const lookingIn = kept((ink: Ink, _type: 'tick'): Parts => [part(looking, null, fill(ink))]);

/** A pointed tick beside the post that shows which way its guard looks (+x). */
export function lookingSymbol(ink: Ink): Parts {
  return lookingIn(ink, 'tick');
}

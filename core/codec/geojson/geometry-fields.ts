import type { Point } from '../../geometry/point.ts';
import type { Kind } from '../../plan/records/index.ts';
import type { Form } from './feature.ts';

type Fields = Readonly<Record<string, unknown>>;

const atPoint = (form: Form): readonly Fields[] | null => (form.type === 'point' ? [{ at: form.at }] : null);
const alongPath = (form: Form): readonly Fields[] | null =>
  form.type === 'line' ? [{ path: form.path }] : null;

const inRing = (form: Form) => (form.type === 'polygon' ? [{ ring: form.ring }] : null);
const inRings = (form: Form) => (form.type === 'polygon' ? [{ ring: form.ring, holes: form.holes }] : null);

function alongLines(form: Form): readonly Fields[] | null {
  if (form.type === 'point') return null;
  const points = form.type === 'line' ? form.path : [...form.ring, ...form.ring.slice(0, 1)];
  return points.slice(1).flatMap((b, index) => {
    const a = points[index];
    return a && (a.x !== b.x || a.y !== b.y) ? [{ a, b }] : [];
  });
}

/*  What a form without fields of its own can only mean; a dimension of the plan brings its own.  */
function dimensionFields(form: Form): Fields {
  const free = (at: Point) => ({ type: 'free', at });
  if (form.type === 'point') return { type: 'coordinate', anchors: [free(form.at)] };
  if (form.type === 'polygon') return { type: 'area', anchors: form.ring.map(free) };
  return { type: form.path.length > 2 ? 'chain' : 'aligned', anchors: form.path.map(free) };
}

/**
 * The geometry fields of each kind from a plain form: several records where one form is several, as the
 * chain of walls along a line; null where the form does not fit the kind.
 */
export const geometryFields: { readonly [K in Kind]: (form: Form) => readonly Fields[] | null } = {
  settings: () => null,
  floor: () => null,
  layer: () => null,
  phase: () => null,
  group: () => null,
  sheet: (form) => (form.type === 'point' ? [{ centre: form.at }] : null),
  underlay: atPoint,
  propertyLine: inRing,
  building: inRings,
  wall: alongLines,
  opening: atPoint,
  fence: (form) => (form.type === 'polygon' ? [{ path: form.ring, closed: true }] : alongPath(form)),
  gate: atPoint,
  road: alongPath,
  parking: inRing,
  area: inRings,
  route: alongPath,
  obstacle: (form) => {
    if (form.type === 'point') return null;
    return form.type === 'line'
      ? [{ path: form.path, ring: null }]
      : [{ ring: form.ring, path: null, width: null }];
  },
  barrier: alongPath,
  bollards: (form) => (form.type === 'point' ? [{ path: [form.at] }] : alongPath(form)),
  camera: atPoint,
  post: atPoint,
  patrol: alongPath,
  light: atPoint,
  sensor: (form) => atPoint(form) ?? alongPath(form),
  reader: atPoint,
  screening: atPoint,
  sign: atPoint,
  equipment: atPoint,
  asset: (form) => atPoint(form) ?? inRing(form),
  approach: alongPath,
  coverageZone: inRing,
  text: atPoint,
  dimension: (form) => [dimensionFields(form)],
  callout: (form) =>
    form.type === 'point' ? [{ at: form.at, anchor: { type: 'free', at: form.at } }] : null,
};

import type { Point } from '../../geometry/point.ts';
import type { Form } from '../neutral-drawing.ts';

/** The geometries of RFC 7946 but the collection. */
export const simpleTypes: readonly string[] = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
];

const FEWEST_CORNERS = 3;
const LONGEST_TYPE = 40;

/** The plain forms of a geometry that is not trusted: what is odd is left out, and why it is. */
export class GeometryReader {
  readonly forms: Form[] = [];
  /** Why parts of it are left out: each the end of a sentence. */
  readonly faults: string[] = [];
  /** Rings that do not come back to their first corner, and were closed. */
  openRings = 0;
  /** Positions with a height that is not 0, and positions with numbers after it. */
  heights = 0;
  further = 0;

  /** A multi geometry and a collection give several forms; none at all is a geometry without forms and faults. */
  read(geometry: unknown): void {
    if (geometry === null || geometry === undefined) return;
    const { type, coordinates, geometries } = geometry as Readonly<Record<string, unknown>>;
    if (typeof type !== 'string') this.faults.push('its geometry has no "type"');
    else if (type === 'GeometryCollection') this.#readAll(geometries, (each) => this.#readPart(each));
    else if (!simpleTypes.includes(type))
      this.faults.push(`its geometry is of the unknown type "${type.slice(0, LONGEST_TYPE)}"`);
    else if (type.startsWith('Multi'))
      this.#readAll(coordinates, (each) => this.#readSimple(type.slice('Multi'.length), each));
    else this.#readSimple(type, coordinates);
  }

  #readPart(geometry: unknown): void {
    if (geometry === null) this.faults.push('its geometry is empty');
    else this.read(geometry);
  }

  #readAll(parts: unknown, read: (part: unknown) => void): void {
    if (!Array.isArray(parts)) this.faults.push('its geometry has no coordinates');
    else if (parts.length === 0) this.faults.push('its geometry is empty');
    else for (const part of parts) read(part);
  }

  #readSimple(type: string, coordinates: unknown): void {
    if (!Array.isArray(coordinates)) this.faults.push('its geometry has no coordinates');
    else if (coordinates.length === 0) this.faults.push('its geometry is empty');
    else if (type === 'Point') this.#readPoint(coordinates);
    else if (type === 'LineString') this.#readLine(coordinates);
    else this.#readPolygon(coordinates);
  }

  #readPoint(coordinates: readonly unknown[]): void {
    const at = this.#position(coordinates);
    if (at) this.forms.push({ type: 'point', at });
  }

  #readLine(coordinates: readonly unknown[]): void {
    const path = this.#positions(coordinates);
    if (path && path.length < 2) this.faults.push('a line of a single point');
    else if (path) this.forms.push({ type: 'line', path });
  }

  #readPolygon([outer, ...inner]: readonly unknown[]): void {
    const ring = this.#ring(outer);
    if (!ring) return;
    const holes = inner.flatMap((each) => {
      const hole = this.#ring(each);
      return hole ? [hole] : [];
    });
    this.forms.push({ type: 'polygon', ring, holes });
  }

  /** The corners without the last position, which is the first one again (RFC 7946, 3.1.6); where it is not, with it. */
  #ring(value: unknown): readonly Point[] | null {
    const positions = Array.isArray(value) ? this.#positions(value) : null;
    if (!Array.isArray(value)) this.faults.push('its geometry has no coordinates');
    if (!positions) return null;
    const [first, last] = [positions[0], positions.at(-1)];
    const isClosed = positions.length > 1 && first?.x === last?.x && first?.y === last?.y;
    const corners = isClosed ? positions.slice(0, -1) : positions;
    if (corners.length < FEWEST_CORNERS || hasFewPlaces(corners)) {
      this.faults.push('a ring of fewer than three corners');
      return null;
    }
    if (!isClosed) this.openRings += 1;
    return corners;
  }

  #positions(values: readonly unknown[]): readonly Point[] | null {
    const points: Point[] = [];
    for (const value of values) {
      const point = this.#position(value);
      if (!point) return null;
      points.push(point);
    }
    return points;
  }

  #position(value: unknown): Point | null {
    const [x, y, height = 0] = Array.isArray(value) ? (value as readonly unknown[]) : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
      this.faults.push('a position that is not two numbers');
      return null;
    }
    if (height !== 0) this.heights += 1;
    if ((value as readonly unknown[]).length > FEWEST_CORNERS) this.further += 1;
    return { x, y };
  }
}

/** Whether corners lie in one place or two. */
function hasFewPlaces(corners: readonly Point[]): boolean {
  const [first] = corners;
  const second = corners.find(({ x, y }) => x !== first?.x || y !== first.y);
  const isNeither = ({ x, y }: Point) =>
    !(x === first?.x && y === first.y) && !(x === second?.x && y === second.y);
  return !second || !corners.some(isNeither);
}

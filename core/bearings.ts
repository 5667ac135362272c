/** The points of the compass, clockwise from north. */
const POINTS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ');
const STEP = 360 / POINTS.length;

const DEGREES = /^(\d{1,3}(?:[.,]\d+)?)\s*°?$/;

/** Degrees clockwise from true north of a direction as tags write it: 90, 22.5, 270°, NW; null for anything else. */
export function bearingIn(text: string): number | null {
  const point = POINTS.indexOf(text.toUpperCase());
  if (point >= 0) return point * STEP;
  const degrees = Number(DEGREES.exec(text)?.[1]?.replace(',', '.') ?? Number.NaN);
  return degrees <= 360 ? degrees : null;
}

/**
 * The angle of a bearing on a plan, radians anticlockwise from +x.
 *
 * @param north angle of true north anticlockwise from +y: the settings' `north`
 */
export function angleOfBearing(degrees: number, north: number): number {
  return Math.PI / 2 + north - (degrees * Math.PI) / 180;
}

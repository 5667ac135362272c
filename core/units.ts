/** International foot, exact (NIST SP 811, 2008, appendix B.6; the US survey foot was retired in 2022). */
export const METRES_PER_FOOT = 0.3048;
/** Exact: a twelfth of the international foot. */
export const METRES_PER_INCH = 0.0254;

const STEPS_PER_METRE = 1000;
const STEPS_PER_RADIAN = 1_000_000;
const FULL_TURN = 2 * Math.PI;
const DEGREES_PER_RADIAN = 180 / Math.PI;

/** The nearest whole number of steps: a tie goes away from zero, so that mirrored values stay mirrored. */
function nearestStep(value: number, stepsPerUnit: number): number {
  const steps = Math.round(Math.abs(value) * stepsPerUnit);
  // Zero has no sign in a record.
  return steps === 0 ? 0 : (Math.sign(value) * steps) / stepsPerUnit;
}

/** Metres to the nearest millimetre, as every record keeps its lengths. */
export function quantiseLength(metres: number): number {
  return nearestStep(metres, STEPS_PER_METRE);
}

/** The largest millionth of a radian that is still within half a turn. */
const HALF_TURN = Math.floor(Math.PI * STEPS_PER_RADIAN) / STEPS_PER_RADIAN;

/**
 * Radians to the nearest millionth in (−π, π], as every record keeps its directions.
 *
 * A second time changes nothing: half a turn is 3.141592, the largest millionth below π.
 */
export function quantiseAngle(radians: number): number {
  const quantised = nearestStep(normaliseAngle(radians), STEPS_PER_RADIAN);
  return Math.min(Math.max(quantised, -HALF_TURN), HALF_TURN);
}

/** The same direction as an angle in (−π, π]; radians. */
export function normaliseAngle(radians: number): number {
  if (radians > -Math.PI && radians <= Math.PI) return radians;
  const turned = radians - FULL_TURN * Math.round(radians / FULL_TURN);
  return turned <= -Math.PI ? turned + FULL_TURN : turned;
}

/** Radians to degrees. */
export function toDegrees(radians: number): number {
  return radians * DEGREES_PER_RADIAN;
}

/** Degrees to radians. */
export function fromDegrees(degrees: number): number {
  return degrees / DEGREES_PER_RADIAN;
}

/**
 * Bearing of a direction: degrees clockwise from north, in [0, 360).
 *
 * @param angle radians anticlockwise from +x
 * @param north angle of the wanted north anticlockwise from +y, radians: 0 for plan north, the settings'
 *   `north` for true north
 */
export function toBearing(angle: number, north = 0): number {
  const degrees = (90 + toDegrees(north - angle)) % 360;
  const bearing = degrees < 0 ? degrees + 360 : degrees;
  // A bearing just below zero becomes 360 by rounding; minus zero is not a bearing either.
  return bearing >= 360 ? 0 : bearing + 0;
}

/** Direction (radians anticlockwise from +x, in (−π, π]) of a bearing; the reverse of `toBearing`. */
export function fromBearing(bearing: number, north = 0): number {
  return normaliseAngle(fromDegrees(90 - bearing) + north);
}

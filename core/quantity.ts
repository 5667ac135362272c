import { type Amount, evaluate, MOST_CHARACTERS, plainMarks, readNumber } from './expression.ts';
import { err, ok, type Result } from './result.ts';
import {
  fromBearing,
  fromDegrees,
  METRES_PER_FOOT,
  METRES_PER_INCH,
  normaliseAngle,
  toBearing,
  toDegrees,
} from './units.ts';

/** How lengths are shown, and what a plain number means when typed: metres, or feet. */
export type DisplayUnit = 'm' | 'ft-in';

export type LengthRefusal = 'empty' | 'not-a-length' | 'too-large';
export type AngleRefusal = 'empty' | 'not-an-angle' | 'too-large';
export type NumberRefusal = 'empty' | 'not-a-number';

/** Metres: beyond it no plan has anything, and 1 mm is no longer exact in practice. */
const LARGEST_LENGTH = 1_000_000;
const LARGEST_DEGREES = 36_000;
/** Feet and inches are shown to a sixteenth of an inch, as tape measures are divided. */
const SIXTEENTHS = 16;

/**
 * Metres of a typed length: 3.81, 380 cm, 12'6", 12'-6 1/2", 6 in, 1,5 m, and sums, differences,
 * multiples and parts of them in any mix of units. Not quantised to the millimetre.
 *
 * A plain number is in the display unit. Feet and inches joined by a dash without spaces are one length;
 * with spaces around it the dash subtracts.
 */
export function parseLength(text: string, displayUnit: DisplayUnit): Result<number, LengthRefusal> {
  if (text.trim() === '') return err('empty');
  const metresPerNumber = displayUnit === 'm' ? 1 : METRES_PER_FOOT;
  const amount = evaluate(text, metresPerNumber);
  if (!amount) return err('not-a-length');
  const metres = metresOf(amount, metresPerNumber);
  return Math.abs(metres) > LARGEST_LENGTH ? err('too-large') : ok(metres);
}

function metresOf({ type, value }: Amount, metresPerNumber: number): number {
  const metres = type === 'length' ? value : value * metresPerNumber;
  // To a nanometre, so that 380 cm is 3.8 and not a bit more; minus zero is not a length.
  return Math.round(metres * 1e9) / 1e9 + 0;
}

/**
 * A length as it is shown and can be typed again: 3.810 m, or 12'-6 1/2" to the nearest sixteenth.
 *
 * @param precision digits after the point; of metres only
 */
export function formatLength(metres: number, displayUnit: DisplayUnit, precision = 3): string {
  if (!Number.isFinite(metres)) return metres < 0 ? '−∞' : '∞';
  return displayUnit === 'm' ? `${fixed(metres, precision)} m` : feetAndInches(metres);
}

function feetAndInches(metres: number): string {
  const steps = Math.round((Math.abs(metres) / METRES_PER_INCH) * SIXTEENTHS);
  const inches = Math.floor(steps / SIXTEENTHS);
  const sign = metres < 0 && steps > 0 ? '-' : '';
  return `${sign}${Math.floor(inches / 12)}'-${inches % 12}${fractionOf(steps % SIXTEENTHS)}"`;
}

function fractionOf(sixteenths: number): string {
  if (sixteenths === 0) return '';
  // The largest power of two that divides both.
  const divisor = sixteenths & -sixteenths;
  return ` ${sixteenths / divisor}/${SIXTEENTHS / divisor}`;
}

/** A number with fixed digits after the point, never "-0". */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** A surface as it is shown: 19.8 m² or 213.1 ft²; from square metres. */
export function formatArea(squareMetres: number, displayUnit: DisplayUnit, precision = 1): string {
  if (displayUnit === 'm') return `${fixed(squareMetres, precision)} m²`;
  return `${fixed(squareMetres / (METRES_PER_FOOT * METRES_PER_FOOT), precision)} ft²`;
}

/**
 * Radians of a typed angle: 12.5, 12.5°, 12°30', 12°30'15", -5 deg, 1.57 rad, or the arithmetic of
 * plain numbers of degrees, 360/7. Not normalised.
 */
export function parseAngle(text: string): Result<number, AngleRefusal> {
  if (text.trim() === '') return err('empty');
  const degrees = text.length <= MOST_CHARACTERS ? degreesOf(plainMarks(text)) : null;
  if (degrees === null) return err('not-an-angle');
  return Math.abs(degrees) > LARGEST_DEGREES ? err('too-large') : ok(fromDegrees(degrees) + 0);
}

const ANGLE =
  /^(?<sign>[-+]?)\s*(?<degrees>[\d.,]+)\s*(?:(?<unit>°|deg(?:rees?)?|rad(?:ians?)?)\s*)?(?:(?<minutes>[\d.,]+)\s*'\s*(?:(?<seconds>[\d.,]+)\s*")?)?$/;

function degreesOf(text: string): number | null {
  const parts = ANGLE.exec(text)?.groups;
  if (!parts) return plainDegrees(text);
  const { sign, unit, minutes, seconds } = parts;
  const isRadians = unit?.startsWith('rad') ?? false;
  if (minutes !== undefined && (unit === undefined || isRadians)) return null;
  const whole = readNumber(parts.degrees ?? '');
  const part = readSixtieths(minutes, seconds);
  if (whole === null || part === null) return null;
  const degrees = isRadians ? toDegrees(whole) : whole + part;
  return sign === '-' ? -degrees : degrees;
}

function plainDegrees(text: string): number | null {
  const amount = evaluate(text, 1);
  return amount?.type === 'number' ? amount.value : null;
}

/** Degrees of minutes and seconds of arc; null when one of them is not below 60. */
function readSixtieths(minutes = '0', seconds = '0'): number | null {
  const values = [readNumber(minutes), readNumber(seconds)] as const;
  const [inMinutes, inSeconds] = values;
  if (inMinutes === null || inSeconds === null || inMinutes >= 60 || inSeconds >= 60) return null;
  return inMinutes / 60 + inSeconds / 3600;
}

/** An angle as it is shown and can be typed again: 12.5°; from radians. */
export function formatAngle(radians: number, precision = 1): string {
  return `${fixed(toDegrees(radians), precision)}°`;
}

/**
 * Direction (radians anticlockwise from +x, in (−π, π]) of a typed bearing: degrees clockwise from north
 * as in `parseAngle`, or from either end of the meridian as surveyors write it, N 45°30' E.
 *
 * @param north as in `toBearing`
 */
export function parseBearing(text: string, north = 0): Result<number, AngleRefusal> {
  const quadrant = /^([ns])(.*)([ew])$/i.exec(text.trim());
  const angle = parseAngle(quadrant?.[2] ?? text);
  if (!angle.ok) return angle;
  const degrees = toDegrees(angle.value);
  if (!quadrant) return ok(fromBearing(degrees, north));
  if (degrees < 0 || degrees > 90) return err('not-an-angle');
  const fromMeridian = quadrant[3]?.toLowerCase() === 'e' ? degrees : -degrees;
  const isNorth = quadrant[1]?.toLowerCase() === 'n';
  return ok(normaliseAngle(fromBearing(isNorth ? fromMeridian : 180 - fromMeridian, north)));
}

/** Bearing of a direction as it is shown: 132.0°, never 360°; `north` as in `toBearing`. */
export function formatBearing(angle: number, north = 0, precision = 1): string {
  const text = toBearing(angle, north).toFixed(precision);
  return `${Number(text) >= 360 ? (0).toFixed(precision) : text}°`;
}

/** A typed number without a unit, or the arithmetic of several. */
export function parseNumber(text: string): Result<number, NumberRefusal> {
  if (text.trim() === '') return err('empty');
  const amount = evaluate(text, 1);
  return amount?.type === 'number' ? ok(amount.value + 0) : err('not-a-number');
}

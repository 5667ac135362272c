import { angles, quadrantDegrees } from './angle-notation.ts';
import { evaluate, type Notation, waysOf } from './expression.ts';
import { footLengths, metricLengths } from './length-notation.ts';
import { plainNumbers } from './number-notation.ts';
import { err, ok, type Result } from './result.ts';
import { plainMarks } from './typed-number.ts';
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

/** Unclear is what has more than one meaning: `lengthWays` and its like say how each is typed. */
export type LengthRefusal = 'empty' | 'not-a-length' | 'too-large' | 'unclear';
export type AngleRefusal = 'empty' | 'not-an-angle' | 'too-large' | 'unclear';
export type NumberRefusal = 'empty' | 'not-a-number' | 'unclear';

/** Metres: beyond it no plan has anything, and 1 mm is no longer exact in practice. */
const LARGEST_LENGTH = 1_000_000;
const LARGEST_DEGREES = 36_000;
/** Feet and inches are shown to a sixteenth of an inch, as tape measures are divided. */
const SIXTEENTHS = 16;

const lengthsIn = (unit: DisplayUnit): Notation => (unit === 'm' ? metricLengths : footLengths);

/** What arithmetic comes to in the unit of its notation, or that it has no meaning or several. */
function amountOf(text: string, notation: Notation): Result<number, 'empty' | 'unreadable' | 'unclear'> {
  if (text.trim() === '') return err('empty');
  const read = evaluate(text, notation);
  if (!read.ok) return err(read.reason);
  const { type, value } = read.amount;
  return ok(type === 'measure' ? value : value * notation.perNumber);
}

/**
 * Metres of a typed length: 3.81, 380 cm, 12'6", 12'-6 1/2", 5'6-1/2", 6-1/2", 6 in, 1,5 m, and sums, differences,
 * multiples and parts of them in any mix of units. Not quantised to the millimetre.
 *
 * A plain number is in the display unit. Feet, a dash and inches below 12 are one length, with spaces around the dash
 * or without, as a whole inch, a dash and a fraction are. Any other dash subtracts, between two units and with spaces:
 * 3.2 m - 40 cm. Numbers that are all without units are arithmetic in metres; in feet 12-3 is unclear, as are 1,500,
 * 3 m-40 cm and 2026-11-24. Measures in a row, each of a smaller unit than the one before, are one length: 3 m 50 cm.
 * Thousands may be parted by spaces before a unit; 1 000 and 6 1/2 without one are unclear. `core/typing-table.ts` has the rule by examples.
 */
export function parseLength(text: string, displayUnit: DisplayUnit): Result<number, LengthRefusal> {
  const amount = amountOf(text, lengthsIn(displayUnit));
  if (!amount.ok) return err(amount.error === 'unreadable' ? 'not-a-length' : amount.error);
  // To a nanometre, so that 380 cm is 3.8 and not a bit more; minus zero is not a length.
  const metres = Math.round(amount.value * 1e9) / 1e9 + 0;
  return Math.abs(metres) > LARGEST_LENGTH ? err('too-large') : ok(metres);
}

/** How each meaning of an unclear length is typed, at most two; empty where there is none that can be. */
export function lengthWays(text: string, displayUnit: DisplayUnit): readonly string[] {
  return waysOf(text, lengthsIn(displayUnit));
}

/** What a typed sum or difference comes to, as it is shown; null for what is no arithmetic. */
export function lengthOfSum(text: string, displayUnit: DisplayUnit): string | null {
  const read = evaluate(text, lengthsIn(displayUnit));
  const length = parseLength(text, displayUnit);
  return read.ok && read.isSum && length.ok ? formatLength(length.value, displayUnit) : null;
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
 * Degrees of a typed angle: 12.5, 12.5°, 12°30', 12°-30'-15", -5 deg, 1.57 rad, sums as 90° - 12°30', or the
 * arithmetic of plain numbers of degrees, 360/7. Not normalised.
 *
 * A dash between degrees and minutes joins them. Between plain numbers it is unclear: 45-30 may be 45°30' or 15°.
 */
export function parseDegrees(text: string): Result<number, AngleRefusal> {
  const amount = amountOf(text, angles);
  if (!amount.ok) return err(amount.error === 'unreadable' ? 'not-an-angle' : amount.error);
  return Math.abs(amount.value) > LARGEST_DEGREES ? err('too-large') : ok(amount.value + 0);
}

/** Radians of a typed angle: see `parseDegrees`. */
export function parseAngle(text: string): Result<number, AngleRefusal> {
  const degrees = parseDegrees(text);
  return degrees.ok ? ok(fromDegrees(degrees.value) + 0) : degrees;
}

/** How each meaning of an unclear angle is typed, as of `lengthWays`. */
export function angleWays(text: string): readonly string[] {
  return waysOf(text, angles);
}

/** What a typed sum or difference of angles comes to; null for what is no arithmetic. */
export function angleOfSum(text: string): string | null {
  const read = evaluate(text, angles);
  const degrees = parseDegrees(text);
  return read.ok && read.isSum && degrees.ok ? formatAngle(fromDegrees(degrees.value), 3) : null;
}

/** An angle as it is shown and can be typed again: 12.5°; from radians. */
export function formatAngle(radians: number, precision = 1): string {
  return `${fixed(toDegrees(radians), precision)}°`;
}

/**
 * Direction (radians anticlockwise from +x, in (−π, π]) of a typed bearing: degrees clockwise from north
 * as in `parseDegrees`, or from either end of the meridian as surveyors write it: N 45°30' E, S 45-30-15 W. Between
 * the letters a dash parts degrees, minutes and seconds; there is no arithmetic.
 *
 * @param north as in `toBearing`
 */
export function parseBearing(text: string, north = 0): Result<number, AngleRefusal> {
  const quadrant = /^([ns])(.*)([ew])$/i.exec(text.trim());
  const inner = quadrant && quadrantDegrees(plainMarks(quadrant[2] ?? ''));
  if (quadrant && inner === null) return err('not-an-angle');
  const angle = parseDegrees(inner ?? text);
  if (!angle.ok) return angle;
  if (!quadrant) return ok(fromBearing(angle.value, north));
  if (angle.value > 90) return err('not-an-angle');
  const fromMeridian = quadrant[3]?.toLowerCase() === 'e' ? angle.value : -angle.value;
  const isNorth = quadrant[1]?.toLowerCase() === 'n';
  return ok(normaliseAngle(fromBearing(isNorth ? fromMeridian : 180 - fromMeridian, north)));
}

/** Bearing of a direction as it is shown: 132.0°, never 360°; `north` as in `toBearing`. */
export function formatBearing(angle: number, north = 0, precision = 1): string {
  const text = toBearing(angle, north).toFixed(precision);
  return `${Number(text) >= 360 ? (0).toFixed(precision) : text}°`;
}

/** A typed number without a unit, or the arithmetic of several: a dash between them is a minus. */
export function parseNumber(text: string): Result<number, NumberRefusal> {
  const amount = amountOf(text, plainNumbers);
  if (!amount.ok) return err(amount.error === 'unreadable' ? 'not-a-number' : amount.error);
  return ok(amount.value + 0);
}

/** How each meaning of an unclear number is typed, as of `lengthWays`. */
export function numberWays(text: string): readonly string[] {
  return waysOf(text, plainNumbers);
}

const AREA = /^(?<number>.*?)\s*(?:(?<metric>m2|m²|sq\.?\s*m)|(?<feet>ft2|ft²|sq\.?\s*ft))$/i;

/** Square metres of a typed surface: a number in the display unit, or 20 m², 20 m2, 200 ft², 200 sq ft. */
export function parseArea(text: string, displayUnit: DisplayUnit): Result<number, NumberRefusal> {
  const { number = text, metric, feet } = AREA.exec(text.trim())?.groups ?? {};
  const read = parseNumber(number);
  const isInFeet = metric === undefined && (feet !== undefined || displayUnit === 'ft-in');
  return read.ok && isInFeet ? ok(read.value * METRES_PER_FOOT * METRES_PER_FOOT) : read;
}

import {
  angleOfSum,
  angleWays,
  type DisplayUnit,
  formatLength,
  lengthOfSum,
  lengthWays,
  numberWays,
  parseBearing,
  parseDegrees,
  parseLength,
  parseNumber,
} from '../../../core/quantity.ts';
import { ok, type Result } from '../../../core/result.ts';
import { fromBearing, fromDegrees, METRES_PER_INCH, toBearing, toDegrees } from '../../../core/units.ts';
import type { NumberForm } from '../../kinds/parts/field-spec.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { severalMeanings } from '../../messages/several-meanings.ts';
import { text } from '../../messages/text.ts';
import type { ParsedQuantity } from '../../ui/fields/quantity-typing.ts';

/** How one number is shown, typed and stored; what is shown is in the unit beside the field. */
export type TypedNumber = {
  /** Empty where the text says it itself, as feet and inches do. */
  readonly unit: string;
  readonly stepBy: number;
  readonly format: (shown: number) => string;
  readonly parse: (typed: string) => ParsedQuantity;
  /** What a sum or difference comes to while it is typed; null for what says it itself. */
  readonly comesTo: (typed: string) => string | null;
  readonly toShown: (stored: number) => number;
  readonly toStored: (shown: number) => number;
};

const wrong = (key: MessageKey): ParsedQuantity => ({ ok: false, message: text(key), isQuestion: false });
const comesToNothing = () => null;

/** What was read; else how each of several meanings is typed, or the sentence why not. */
function answered(
  read: Result<number, string>,
  typed: string,
  { ways, notOne }: { readonly ways: (typed: string) => readonly string[]; readonly notOne: MessageKey },
): ParsedQuantity {
  if (read.ok) return read;
  if (read.error !== 'unclear') return wrong(notOne);
  return { ok: false, message: severalMeanings(typed, ways(typed)), isQuestion: true };
}
const same = (value: number): number => value;

/** `precise` enough that a tenth of a degree, a millimetre or a pixel is not lost. */
const withoutZeros = (value: number): string => String(Math.round(value * 1e6) / 1e6 + 0);

function lengthIn(unit: DisplayUnit): TypedNumber {
  return {
    unit: unit === 'm' ? 'm' : '',
    stepBy: unit === 'm' ? 0.1 : METRES_PER_INCH,
    format: (metres) => formatLength(metres, unit).replace(/ m$/, ''),
    parse: (typed) =>
      answered(parseLength(typed, unit), typed, {
        ways: (each) => lengthWays(each, unit),
        notOne: 'canvas.notALength',
      }),
    comesTo: (typed) => lengthOfSum(typed, unit),
    toShown: same,
    toStored: same,
  };
}

const bearing: TypedNumber = {
  unit: '°',
  stepBy: 1,
  format: (degrees) => {
    const turned = (((degrees % 360) + 360) % 360).toFixed(1);
    return turned === '360.0' ? '0.0' : turned;
  },
  parse: (typed) => {
    const parsed = parseBearing(typed);
    const read = parsed.ok ? ok(toBearing(parsed.value)) : parsed;
    return answered(read, typed, { ways: angleWays, notOne: 'inspector.notABearing' });
  },
  comesTo: angleOfSum,
  toShown: (direction) => toBearing(direction),
  toStored: (degrees) => fromBearing(degrees),
};

const angle: TypedNumber = {
  unit: '°',
  stepBy: 1,
  format: (degrees) => (Math.round(degrees * 10) / 10 + 0).toFixed(1),
  parse: (typed) => answered(parseDegrees(typed), typed, { ways: angleWays, notOne: 'inspector.notAnAngle' }),
  comesTo: angleOfSum,
  toShown: toDegrees,
  toStored: fromDegrees,
};

function plainNumber(form: Extract<NumberForm, { type: 'number' }>): TypedNumber {
  return {
    unit: form.unit,
    stepBy: form.stepBy ?? 1,
    format: withoutZeros,
    parse: (typed) => {
      const isAngle = form.unit === '°';
      const read = answered(isAngle ? parseDegrees(typed) : parseNumber(typed), typed, {
        ways: isAngle ? angleWays : numberWays,
        notOne: 'inspector.notANumber',
      });
      return read.ok && form.isWhole && !Number.isInteger(read.value) ? wrong('inspector.notWhole') : read;
    },
    comesTo: form.unit === '°' ? angleOfSum : comesToNothing,
    toShown: same,
    toStored: same,
  };
}

/** The line beside a field that says what arithmetic in it comes to; null for what says it itself. */
export function comesToIn({ comesTo }: TypedNumber, typed: string): string | null {
  const value = comesTo(typed);
  return value === null ? null : text('quantity.comesTo', { value });
}

/** How the numbers of a form are typed in a plan of a unit. */
export function typedNumber(form: NumberForm, unit: DisplayUnit): TypedNumber {
  switch (form.type) {
    case 'length':
      return lengthIn(unit);
    case 'bearing':
      return bearing;
    case 'angle':
      return angle;
    case 'number':
      return plainNumber(form);
  }
}

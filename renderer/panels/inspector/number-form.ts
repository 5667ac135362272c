import {
  type DisplayUnit,
  formatLength,
  parseAngle,
  parseBearing,
  parseLength,
  parseNumber,
} from '../../../core/quantity.ts';
import { fromBearing, fromDegrees, METRES_PER_INCH, toBearing, toDegrees } from '../../../core/units.ts';
import type { NumberForm } from '../../kinds/parts/field-spec.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { text } from '../../messages/text.ts';
import type { ParsedQuantity } from '../../ui/fields/quantity-typing.ts';

/** How one number is shown, typed and stored; what is shown is in the unit beside the field. */
export type TypedNumber = {
  /** Empty where the text says it itself, as feet and inches do. */
  readonly unit: string;
  readonly stepBy: number;
  readonly format: (shown: number) => string;
  readonly parse: (typed: string) => ParsedQuantity;
  readonly toShown: (stored: number) => number;
  readonly toStored: (shown: number) => number;
};

const wrong = (key: MessageKey): ParsedQuantity => ({ ok: false, message: text(key) });
const same = (value: number): number => value;

/** `precise` enough that a tenth of a degree, a millimetre or a pixel is not lost. */
const withoutZeros = (value: number): string => String(Math.round(value * 1e6) / 1e6 + 0);

function lengthIn(unit: DisplayUnit): TypedNumber {
  return {
    unit: unit === 'm' ? 'm' : '',
    stepBy: unit === 'm' ? 0.1 : METRES_PER_INCH,
    format: (metres) => formatLength(metres, unit).replace(/ m$/, ''),
    parse: (typed) => {
      const parsed = parseLength(typed, unit);
      return parsed.ok ? parsed : wrong('canvas.notALength');
    },
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
    return parsed.ok ? { ok: true, value: toBearing(parsed.value) } : wrong('inspector.notABearing');
  },
  toShown: (direction) => toBearing(direction),
  toStored: (degrees) => fromBearing(degrees),
};

const angle: TypedNumber = {
  unit: '°',
  stepBy: 1,
  format: (degrees) => (Math.round(degrees * 10) / 10 + 0).toFixed(1),
  parse: (typed) => {
    const parsed = parseAngle(typed);
    return parsed.ok ? { ok: true, value: toDegrees(parsed.value) } : wrong('inspector.notAnAngle');
  },
  toShown: toDegrees,
  toStored: fromDegrees,
};

function plainNumber(form: Extract<NumberForm, { type: 'number' }>): TypedNumber {
  return {
    unit: form.unit,
    stepBy: form.stepBy ?? 1,
    format: withoutZeros,
    parse: (typed) => {
      const parsed = parseNumber(typed);
      if (!parsed.ok) return wrong('inspector.notANumber');
      return form.isWhole && !Number.isInteger(parsed.value) ? wrong('inspector.notWhole') : parsed;
    },
    toShown: same,
    toStored: same,
  };
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

import { type DisplayUnit, formatAngle, formatArea, formatLength } from '../../core/quantity.ts';
import type { Preview } from '../editor/tool.ts';
import { text } from '../messages/text.ts';

type Reading = NonNullable<Preview['reading']>;

/** The figure of what was measured, in the unit of the plan. */
export function figureText(reading: Reading, unit: DisplayUnit): string {
  if (reading.type === 'angle') return formatAngle(reading.angle);
  if (reading.type === 'area') return formatArea(reading.squareMetres, unit, 2);
  return formatLength(reading.length, unit);
}

/** What was measured, in words. */
export function readingText(reading: Reading, unit: DisplayUnit): string {
  const figure = figureText(reading, unit);
  if (reading.type === 'area') {
    return text('measure.area', { figure, perimeter: formatLength(reading.perimeter, unit) });
  }
  if (reading.type !== 'path') return text(`measure.${reading.type}`, { figure });
  return text(reading.segments === 1 ? 'measure.path.one' : 'measure.path', {
    figure,
    count: reading.segments,
  });
}

import type { GeometrySort } from '../../mapping/mapped-fields.ts';
import type { AttributeSurvey, Survey } from '../../mapping/survey.ts';

const MOST_VALUES = 4;

const number = (value: number) => value.toLocaleString('en-US');
const several: { readonly [S in GeometrySort]: string } = {
  point: 'points',
  line: 'lines',
  polygon: 'polygons',
};

/** The attributes of a file as lines to be read: by sort of geometry each with its most frequent values. */
export function surveyLines({ geometries }: Survey): readonly string[] {
  return geometries.flatMap(({ geometry, features, attributes, others }) => [
    ...attributes.map((attribute) => `${several[geometry]} (${number(features)}): ${lineOf(attribute)}`),
    ...(attributes.length + others === 0
      ? [`${several[geometry]} (${number(features)}): no attributes`]
      : []),
    ...(others > 0 ? [`${several[geometry]} (${number(features)}): ${number(others)} other attributes`] : []),
  ]);
}

function lineOf({ name, features, distinct, isCut, values }: AttributeSurvey): string {
  const first = values
    .slice(0, MOST_VALUES)
    .map(({ text, features: times }) => `"${text}" (${number(times)} ×)`);
  const more = distinct - first.length;
  const rest = more > 0 ? ` and ${isCut ? 'more than ' : ''}${number(more)} others` : '';
  return `"${name}" in ${number(features)}: ${first.join(', ')}${rest}`;
}

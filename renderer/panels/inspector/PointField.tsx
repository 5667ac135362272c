import type { Point } from '../../../core/geometry/point.ts';
import { FieldRow } from '../../ui/fields/FieldRow.tsx';
import styles from './Inspector.module.css';
import { NumberField } from './NumberField.tsx';
import type { Fields } from './try-change.ts';
import type { FieldContext } from './use-record-change.ts';

const axes = ['x', 'y'] as const;
const length = { type: 'length' } as const;

type Props = {
  readonly label: string;
  readonly at: Point;
  readonly fieldsOf: (to: Point) => Fields;
  readonly context: FieldContext;
};

/** A place by its x and y, side by side in metres; feet and inches are too long for that. */
export function PointField({ label, at, fieldsOf, context }: Props) {
  const field = (axis: 'x' | 'y', labelPlacement: 'side' | 'hidden') => (
    <NumberField
      key={axis}
      label={`${label} ${axis}`}
      labelPlacement={labelPlacement}
      form={length}
      value={at[axis]}
      fieldsOf={(value) => fieldsOf({ ...at, [axis]: value })}
      context={context}
    />
  );
  if (context.unit !== 'm') return axes.map((axis) => field(axis, 'side'));
  return (
    <FieldRow label={label} isWide>
      {axes.map((axis) => (
        <span key={axis} className={styles.axis}>
          <span className={styles.letter} aria-hidden="true">
            {axis}
          </span>
          {field(axis, 'hidden')}
        </span>
      ))}
    </FieldRow>
  );
}

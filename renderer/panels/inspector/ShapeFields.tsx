import { useState } from 'react';
import type { PlacedRecord, RecordOf } from '../../../core/plan/kinds/index.ts';
import { wallLength } from '../../../core/plan/wall-line.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { FieldRow } from '../../ui/fields/FieldRow.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { type Corners, cornersOf, derivedValues, wallEnd, withCorner, writtenValue } from './derived.ts';
import styles from './Inspector.module.css';
import { NumberField } from './NumberField.tsx';
import { PointField } from './PointField.tsx';
import type { FieldContext } from './use-record-change.ts';

/** Corners shown at a time: a border may have thousands. */
const AT_A_TIME = 50;
/** Up to so many the list of corners is open at first. */
const FEW = 8;

type Props = { readonly record: PlacedRecord; readonly context: FieldContext };

/** What follows from the shape of a record, to be read. */
export function DerivedFields({ record, context }: Props) {
  return derivedValues(record).map((derived) => {
    const { figure, unit } = writtenValue(derived, context.unit);
    return (
      <FieldRow key={derived.label} label={text(`inspector.field.${derived.label}`)}>
        <span className={styles.figure}>
          {figure} {unit !== null && <span className={styles.unit}>{unit}</span>}
        </span>
      </FieldRow>
    );
  });
}

/** Whether an area keeps to what its walls close off, to be read: making rooms says so, and reshaping it ends it. */
export function OutlineField({ area }: { readonly area: RecordOf<'area'> }) {
  return (
    <FieldRow label={text('inspector.field.outline')}>
      <span>{text(area.follows === 'walls' ? 'inspector.followsWalls' : 'inspector.ownOutline')}</span>
    </FieldRow>
  );
}

/** The length of a wall; typed, it moves the end along the wall's direction. */
export function WallLengthField({ wall, context }: { wall: RecordOf<'wall'>; context: FieldContext }) {
  const refuse = (length: number) => {
    if (wall.bulge !== 0) return text('inspector.bentLength');
    return length > 0 ? null : text('inspector.noLength');
  };
  return (
    <NumberField
      label={text('inspector.field.length')}
      form={{ type: 'length' }}
      value={wallLength(wall)}
      refuse={refuse}
      fieldsOf={(length) => ({ b: length === null ? wall.b : wallEnd(wall, length) })}
      context={context}
    />
  );
}

/** Every corner of a record by its x and y, and those of its holes. */
export function CornerSections({ record, context }: Props) {
  return cornersOf(record).map((corners) => (
    <CornerSection
      key={`${context.owner} ${corners.field} ${corners.hole ?? ''}`}
      record={record}
      corners={corners}
      context={context}
    />
  ));
}

function CornerSection({ record, corners, context }: Props & { readonly corners: Corners }) {
  const [shown, setShown] = useState(AT_A_TIME);
  const { points, hole, field } = corners;
  const ofAll = text(field === 'path' ? 'inspector.points' : 'inspector.corners');
  const title = hole === null ? ofAll : text('inspector.hole', { number: hole + 1 });
  return (
    <PanelSection title={title} detail={String(points.length)} isOpenAtFirst={points.length <= FEW}>
      <div className={styles.corners}>
        {points.slice(0, shown).map((at, index) => (
          <PointField
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its number, wherever it moves
            key={index}
            label={text('inspector.field.corner', { number: index + 1 })}
            at={at}
            fieldsOf={(to) => withCorner(record, corners, index, to)}
            context={context}
          />
        ))}
      </div>
      {points.length > shown && (
        <Button look="link" onPress={() => setShown(shown + AT_A_TIME)}>
          {text('inspector.moreCorners')}
        </Button>
      )}
    </PanelSection>
  );
}

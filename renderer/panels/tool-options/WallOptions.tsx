import { wallTypes } from '../../../core/catalogue/wall-types.ts';
import { wallMaterials } from '../../../core/plan/kinds/wall.ts';
import { makeRecord } from '../../../core/plan/parse-record.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useArmed, useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Select } from '../../ui/fields/Select.tsx';
import { NumberField } from '../inspector/NumberField.tsx';
import { type Fields, limitSentence, type ShowLimit } from '../inspector/try-change.ts';
import { type ArmedWall, armedTypeKey, armedWall, withType } from './armed-wall.ts';
import styles from './ToolOptions.module.css';

const types = wallTypes.map(({ key, name }) => ({ id: key, label: name }));
const materials = wallMaterials.map((id) => ({ id, label: text(`inspector.choice.${id}`) }));
// As they lie beside a wall that is drawn upwards.
const sides = (['left', 'centre', 'right'] as const).map((id) => ({ id, label: text(`walls.side.${id}`) }));

/** Type, thickness, height, material and side of the walls that are drawn next; kept until changed. */
export function WallOptions() {
  const editor = useEditor();
  const { records } = useArmed();
  const { displayUnit } = useSettings();
  const wall = armedWall(records);
  const arm = (next: ArmedWall) =>
    editor.show({ armed: { records: { ...editor.view.armed.records, wall: next } } });
  const context = {
    unit: displayUnit,
    check: (fields: Fields, showLimit: ShowLimit = String) => limitOf(wall, fields, showLimit),
    change: (fields: Fields) => arm({ ...armedWall(editor.view.armed.records), ...fields }),
  };
  return (
    <section className={styles.bar} data-region="options" aria-label={text('walls.options')}>
      <div className={styles.fields}>
        <div className={styles.type}>
          <Select
            label={text('walls.type')}
            labelPlacement="top"
            options={types}
            value={armedTypeKey(wall)}
            placeholder={text('walls.ownType')}
            onChange={(key) => arm(withType(wall, key))}
          />
        </div>
        <div className={styles.number}>
          <NumberField
            label={text('inspector.field.thickness')}
            labelPlacement="top"
            form={{ type: 'length' }}
            value={wall.thickness}
            fieldsOf={(thickness) => ({ thickness })}
            context={context}
          />
        </div>
        <div className={styles.number}>
          <NumberField
            label={text('inspector.field.height')}
            labelPlacement="top"
            form={{ type: 'length' }}
            value={wall.height}
            mayBeNull
            placeholder={text('walls.fullHeight')}
            fieldsOf={(height) => ({ height })}
            context={context}
          />
        </div>
        <div className={styles.material}>
          <Select
            label={text('inspector.field.material')}
            labelPlacement="top"
            options={materials}
            value={wall.material}
            onChange={(material) => arm({ ...wall, material })}
          />
        </div>
        <div className={styles.side}>
          <Select
            label={text('walls.side')}
            labelPlacement="top"
            options={sides}
            value={wall.alignment}
            onChange={(alignment) => arm({ ...wall, alignment })}
          />
        </div>
      </div>
      <p className={styles.note} aria-live="polite">
        {wall.material === 'opaque' ? null : text(`walls.sight.${wall.material}`)}
      </p>
    </section>
  );
}

/** The sentence of the limit that new values would pass; null when a wall may have them. */
function limitOf(wall: ArmedWall, fields: Fields, showLimit: ShowLimit): string | null {
  const ends = { a: { x: 0, y: 0 }, b: { x: 1, y: 0 } };
  const zero = '00000000-0000-4000-8000-000000000000';
  const stand = makeRecord('wall', {
    id: `wall:${zero}`,
    floor: `floor:${zero}`,
    layer: `layer:${zero}`,
    ...ends,
    ...wall,
  });
  return stand.ok ? limitSentence([stand.value], fields, showLimit) : null;
}

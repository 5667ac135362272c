import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { useLens, usePlan } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { PanelSection } from '../../../ui/layout/PanelSection.tsx';
import styles from './SensorView.module.css';
import { sensorNotes } from './sensor-notes.ts';

/** What a sensor reaches, and what it is cut by; nothing for one that watches no place. */
export function SensorView({ sensor }: { readonly sensor: RecordOf<'sensor'> }) {
  const plan = usePlan();
  const { states } = useLens();
  const notes = sensorNotes(sensor, { plan, states });
  if (notes.length === 0) return null;
  return (
    <PanelSection title={text('inspector.senses')}>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </PanelSection>
  );
}

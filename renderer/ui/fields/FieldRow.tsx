import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';
import rowStyles from './FieldRow.module.css';

export type FieldRowProps = {
  readonly label: string;
  /** Text, buttons, or several controls side by side; they are spoken as a group of this name. */
  readonly children: ReactNode;
};

/** A label on the left and whatever belongs to it on the right. Fields bring such a row themselves. */
export function FieldRow({ label, children }: FieldRowProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid with its legend in a column
    <div role="group" aria-labelledby={id} className={styles.side}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={rowStyles.content}>{children}</div>
    </div>
  );
}

import { type ReactNode, useId } from 'react';
import { classNames } from '../class-names.ts';
import styles from './Field.module.css';
import rowStyles from './FieldRow.module.css';

export type FieldRowProps = {
  readonly label: string;
  /** Text, buttons, or several controls side by side; they are spoken as a group of this name. */
  readonly children: ReactNode;
  /** The label takes no more than it needs: for several controls that need the room. */
  readonly isWide?: boolean;
};

/** A label on the left and whatever belongs to it on the right. Fields bring such a row themselves. */
export function FieldRow({ label, children, isWide = false }: FieldRowProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid with its legend in a column
    <div role="group" aria-labelledby={id} className={classNames(styles.side, isWide && rowStyles.wide)}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={rowStyles.content}>{children}</div>
    </div>
  );
}

import { FieldError, Text } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './Field.module.css';
import type { FieldFrameProps } from './field-frame.ts';

/** The line below a field: what is wrong, else its description. Within a React Aria field only. */
export function FieldNote({ error, description }: Pick<FieldFrameProps, 'error' | 'description'>) {
  if (error) {
    return (
      <FieldError className={classNames(styles.note, styles.error)} elementType="span">
        {error}
      </FieldError>
    );
  }
  if (!description) return null;
  return (
    <Text slot="description" className={styles.note ?? ''}>
      {description}
    </Text>
  );
}

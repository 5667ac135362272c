import { classNames } from '../class-names.ts';
import styles from './Field.module.css';

/** Where a field's label stands: left of it (panels), above it (dialogs), or only spoken. */
export type LabelPlacement = 'side' | 'top' | 'hidden';

export type FieldFrameProps = {
  readonly label: string;
  readonly labelPlacement?: LabelPlacement;
  /** What is wrong with the value and what to do, in one sentence. */
  readonly error?: string | null | undefined;
  /** One line below the field. */
  readonly description?: string | undefined;
};

export const frameClass = (placement: LabelPlacement = 'side'): string => classNames(styles[placement]);

import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './SegmentedControl.module.css';

export type Segment<T extends string> = { readonly id: T; readonly label: string; readonly icon?: ReactNode };

export type SegmentedControlProps<T extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
  /** As wide as its place. */
  readonly isStretched?: boolean;
};

/** One of a few, all in sight. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { label, segments, value, onChange, isDisabled = false, isStretched = false } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find(({ id }) => keys.has(id));
        if (chosen) onChange(chosen.id);
      }}
      disallowEmptySelection
      isDisabled={isDisabled}
      className={classNames(styles.group, isStretched && styles.stretched)}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} id={segment.id} className={styles.segment ?? ''}>
          {segment.icon}
          <span className={styles.text} data-text={segment.label}>
            {segment.label}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

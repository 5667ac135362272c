import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { ChevronRightIcon } from '../icons/actions.tsx';
import styles from './PanelSection.module.css';

export type PanelSectionProps = {
  readonly title: string;
  /** Said after the title, in grey: a count, the standard that applies. */
  readonly detail?: string | undefined;
  readonly children: ReactNode;
  /** Small buttons on the right of the heading. */
  readonly actions?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** With `onOpenChange`: somebody else remembers whether it is open. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
};

/** A part of a panel under a heading that folds it. */
export function PanelSection(props: PanelSectionProps) {
  const { title, detail, children, actions, isOpenAtFirst = true, isOpen, onOpenChange } = props;
  return (
    <Disclosure
      className={styles.section ?? ''}
      defaultExpanded={isOpenAtFirst}
      {...(isOpen !== undefined && { isExpanded: isOpen })}
      {...(onOpenChange && { onExpandedChange: onOpenChange })}
    >
      <div className={styles.head}>
        <Heading level={3} className={styles.heading ?? ''}>
          <Button slot="trigger" className={styles.toggle ?? ''}>
            <span className={styles.chevron}>
              <ChevronRightIcon size={12} />
            </span>
            <span className={styles.title}>{title}</span>
            {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
          </Button>
        </Heading>
        {actions}
      </div>
      <DisclosurePanel>
        <div className={styles.body}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}

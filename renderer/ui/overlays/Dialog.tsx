import type { FormEvent, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../buttons/IconButton.tsx';
import { classNames } from '../class-names.ts';
import { CloseIcon } from '../icons/state.tsx';
import styles from './Dialog.module.css';

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, the cross, and a press beside it (unless `isStrict`). */
  readonly onClose: () => void;
  /** The name of the cross. */
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Buttons: the way back first, the primary one (with `type="submit"` if there is `onSubmit`) last. */
  readonly actions?: ReactNode;
  /** Enter in a field. */
  readonly onSubmit?: () => void;
  readonly size?: 'small' | 'normal' | 'wide' | 'large' | 'picture';
  /** Near the top and without a heading, which is only spoken: what it has begins with a field. */
  readonly isBare?: boolean;
  /** A press beside it does not close it: what was typed would be lost. */
  readonly isStrict?: boolean;
};

export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, closeLabel, size = 'normal', isStrict = false, isBare = false } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable={!isStrict}
      className={classNames(styles.overlay, isBare && styles.high)}
    >
      <Modal className={classNames(styles.modal, size !== 'normal' && styles[size])}>
        {isBare ? (
          <AriaDialog className={styles.dialog ?? ''} aria-label={title}>
            {props.children}
          </AriaDialog>
        ) : (
          <AriaDialog className={styles.dialog ?? ''}>
            <div className={styles.head}>
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
              <IconButton label={closeLabel} icon={<CloseIcon />} onPress={onClose} isQuiet />
            </div>
            <DialogForm {...props} />
          </AriaDialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}

function DialogForm({ children, actions, onSubmit }: DialogProps) {
  // What is only read is scrolled with the keys.
  const isRead = actions === undefined && !onSubmit;
  const content = (
    <>
      <div className={styles.body} {...(isRead && { tabIndex: 0 })}>
        {children}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </>
  );
  if (!onSubmit) return content;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.dialog} onSubmit={submit} noValidate>
      {content}
    </form>
  );
}

import { VisuallyHidden } from 'react-aria-components';

export type LiveRegionProps = {
  /** Said whenever it changes. */
  readonly message: string;
  /** Interrupts what is being said: for refusals only. */
  readonly isUrgent?: boolean;
};

/** Says to a screen reader what others see on the canvas. Mount it once and change its message. */
export function LiveRegion({ message, isUrgent = false }: LiveRegionProps) {
  return (
    <VisuallyHidden>
      <div role={isUrgent ? 'alert' : 'status'} aria-atomic="true">
        {message}
      </div>
    </VisuallyHidden>
  );
}

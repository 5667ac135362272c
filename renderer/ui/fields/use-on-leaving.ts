import { useEffect, useRef } from 'react';

/**
 * Calls `leave` as it was last rendered for an owner, once another owner is shown or the field disappears.
 *
 * Selecting something else by a press on the canvas does that before the field loses the focus.
 */
export function useOnLeaving(owner: string | undefined, leave: () => void): void {
  const latest = useRef({ owner, leave });
  useEffect(() => {
    const before = latest.current;
    latest.current = { owner, leave };
    if (before.owner !== owner) before.leave();
  });
  useEffect(() => () => latest.current.leave(), []);
}

import { useEffect } from 'react';
import type { CommandScope } from '../commands/command.ts';
import { menuItems } from '../commands/menu-items.ts';
import { onPossibleChange } from '../commands/use-why-not.ts';
import { bridge } from '../storage/bridge.ts';

const LATEST_MS = 100;

/** Hands the commands to the native menu, again whenever what is enabled may have changed. */
export function useNativeMenu(scope: CommandScope): void {
  useEffect(() => {
    let sent = '';
    let idle = 0;
    const send = () => {
      idle = 0;
      const items = menuItems(scope);
      const next = JSON.stringify(items);
      if (next === sent) return;
      sent = next;
      void bridge['window.setMenu']({ items });
    };
    const soon = () => {
      // The drawing goes first.
      idle ||= requestIdleCallback(send, { timeout: LATEST_MS });
    };
    send();
    const end = onPossibleChange(scope, soon);
    return () => {
      cancelIdleCallback(idle);
      end();
    };
  }, [scope]);
}

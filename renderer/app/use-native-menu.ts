import { useEffect } from 'react';
import type { CommandScope } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { viewParts } from '../editor/view.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';

const LATEST_MS = 100;

/** Hands the commands to the native menu, again whenever what is enabled may have changed. */
export function useNativeMenu(scope: CommandScope): void {
  useEffect(() => {
    let sent = '';
    let idle = 0;
    const send = () => {
      idle = 0;
      const items = commands.map((command) => ({
        menu: command.menu,
        command: command.id,
        title: text(command.title),
        shortcut: command.shortcut,
        enabled: command.isEnabled(scope),
        separatorBefore: command.startsGroup ?? false,
      }));
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
    const topics = ['plan', 'selection', 'tool', ...viewParts] as const;
    const ends = topics.map((topic) => scope.editor.subscribe(topic, soon));
    return () => {
      cancelIdleCallback(idle);
      for (const end of ends) end();
    };
  }, [scope]);
}

import { useEffect } from 'react';
import type { CommandScope } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { text } from '../messages/text.ts';
import { bridge } from '../storage/bridge.ts';

/** Hands the commands to the native menu, again whenever what is enabled may have changed. */
export function useNativeMenu(scope: CommandScope): void {
  useEffect(() => {
    let sent = '';
    let frame = 0;
    const send = () => {
      frame = 0;
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
      frame ||= requestAnimationFrame(send);
    };
    send();
    const topics = ['plan', 'selection', 'tool', 'view'] as const;
    const ends = topics.map((topic) => scope.editor.subscribe(topic, soon));
    return () => {
      cancelAnimationFrame(frame);
      for (const end of ends) end();
    };
  }, [scope]);
}

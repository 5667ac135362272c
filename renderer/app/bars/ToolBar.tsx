import type { Command, CommandScope } from '../../commands/command.ts';
import { drawCommands } from '../../commands/draw.ts';
import { shortcutLabel } from '../../commands/shortcuts.ts';
import { useWhyNot } from '../../commands/use-why-not.ts';
import { useActiveTool } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { ToolIcon } from '../../panels/ToolIcon.tsx';
import { IconToggle } from '../../ui/buttons/IconToggle.tsx';
import { Toolbar } from '../../ui/buttons/Toolbar.tsx';
import styles from './ToolBar.module.css';

/** The commands of a list in groups, a new one wherever a command starts one. */
function groupsOf(commands: readonly Command[]): Command[][] {
  const groups: Command[][] = [];
  for (const command of commands) {
    if (command.startsGroup || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(command);
  }
  return groups;
}

type ToolButtonProps = { readonly command: Command; readonly scope: CommandScope };

function ToolButton({ command, scope }: ToolButtonProps) {
  const active = useActiveTool();
  const whyNot = useWhyNot(command);
  return (
    <IconToggle
      id={command.id}
      label={text(command.title)}
      shortcut={command.shortcut ? shortcutLabel(command.shortcut) : undefined}
      placement="right"
      size="large"
      icon={command.tool && <ToolIcon tool={command.tool} />}
      whyDisabled={whyNot}
      isSelected={command.tool === active}
      onChange={() => command.run(scope)}
    />
  );
}

export function ToolBar({ scope }: { readonly scope: CommandScope }) {
  const groups = groupsOf(drawCommands).map((group) =>
    group.map((command) => <ToolButton key={command.id} command={command} scope={scope} />),
  );
  return (
    <nav className={styles.bar} data-region="tools">
      <Toolbar label={text('app.tools')} orientation="vertical" groups={groups} />
    </nav>
  );
}

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Command, CommandScope } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { shortcutLabel } from '../../commands/shortcuts.ts';
import { text } from '../../messages/text.ts';
import { SearchIcon } from '../../ui/icons/actions.tsx';
import { Kbd } from '../../ui/layout/Kbd.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import styles from './Palette.module.css';

type Props = { readonly scope: CommandScope; readonly onClose: () => void };

function findCommands(words: string): readonly Command[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return commands.filter(({ title }) => wanted.every((word) => text(title).toLowerCase().includes(word)));
}

/** Every command by name. */
export function Palette({ scope, onClose }: Props) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useMemo(() => findCommands(words), [words]);
  const run = (command: Command | undefined) => {
    if (!command?.isEnabled(scope)) return;
    onClose();
    command.run(scope);
  };
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Enter') run(found[chosen]);
    else if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      isOpen
      isBare
      title={text('command.help.palette')}
      closeLabel={text('app.close')}
      onClose={onClose}
    >
      <div className={styles.field}>
        <SearchIcon />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={found[chosen] ? `palette-${found[chosen].id}` : undefined}
          aria-label={text('app.search')}
          placeholder={text('app.search')}
          value={words}
          onKeyDown={steer}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(0);
          }}
        />
      </div>
      <div id="palette-list" role="listbox" aria-label={text('command.help.palette')} className={styles.list}>
        {found.map((command, index) => (
          <Option
            key={command.id}
            command={command}
            isChosen={index === chosen}
            isEnabled={command.isEnabled(scope)}
            onPoint={() => setChosen(index)}
            onRun={() => run(command)}
          />
        ))}
        {found.length === 0 && <p className={styles.none}>{text('palette.none')}</p>}
      </div>
    </Dialog>
  );
}

type OptionProps = {
  readonly command: Command;
  readonly isChosen: boolean;
  readonly isEnabled: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
};

function Option({ command, isChosen, isEnabled, onPoint, onRun }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
    <div
      ref={row}
      id={`palette-${command.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={!isEnabled}
      className={styles.option}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <span>
        <span className={styles.menu}>{text(`menu.${command.menu}`)}</span>
        {text(command.title)}
      </span>
      {command.shortcut && <Kbd>{shortcutLabel(command.shortcut)}</Kbd>}
    </div>
  );
}

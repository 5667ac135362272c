import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Command, CommandScope } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { shortcutLabel } from '../commands/shortcuts.ts';
import { text } from '../messages/text.ts';
import { Kbd } from '../ui/layout/Kbd.tsx';
import dialogStyles from './Dialog.module.css';
import styles from './Palette.module.css';

/** Every command by name. */
export function Palette({ scope, onClose }: { readonly scope: CommandScope; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  const found = useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/);
    return commands.filter((command) =>
      wanted.every((word) => text(command.title).toLowerCase().includes(word)),
    );
  }, [words]);
  const run = (command: Command | undefined) => {
    dialog.current?.close();
    if (command?.isEnabled(scope)) command.run(scope);
  };
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Enter') run(found[chosen]);
    else if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={`${dialogStyles.dialog} ${styles.palette}`}
      onClose={onClose}
      aria-label={text('command.help.palette')}
    >
      <input
        autoFocus
        className="field"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${found[chosen].id}` : undefined}
        placeholder={text('app.search')}
        value={words}
        onKeyDown={steer}
        onChange={(event) => {
          setWords(event.target.value);
          setChosen(0);
        }}
      />
      <div id="palette-list" role="listbox" className={styles.list}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            aria-disabled={!command.isEnabled(scope)}
            className={styles.option}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(command)}
            onKeyDown={steer}
          >
            <span>{text(command.title)}</span>
            {command.shortcut && <Kbd>{shortcutLabel(command.shortcut)}</Kbd>}
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{text('palette.none')}</p>}
      </div>
    </dialog>
  );
}

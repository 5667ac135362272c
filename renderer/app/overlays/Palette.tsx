import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandScope } from '../../commands/command.ts';
import { text } from '../../messages/text.ts';
import { SearchIcon } from '../../ui/icons/actions.tsx';
import { Kbd } from '../../ui/layout/Kbd.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import styles from './Palette.module.css';
import { findInPalette, type PaletteEntry } from './palette-entries.ts';

type Props = { readonly scope: CommandScope; readonly onClose: () => void };

/** Why what was chosen cannot be done now; counted, so that the same is spoken again. */
type Refused = { readonly why: string; readonly time: number };

const PAGE = 10;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

/** Every command by name, every record by a query, every place by its coordinates. */
export function Palette({ scope, onClose }: Props) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  // Typing goes first: on a large plan the records follow it.
  const query = useDeferredValue(words);
  const { entries, problem } = useMemo(() => findInPalette(query, scope), [query, scope]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const choose = (index: number) => {
    setChosen(index);
    setRefused(null);
  };
  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    if (entry.whyNot !== null) return setRefused({ why: entry.whyNot, time: (refused?.time ?? 0) + 1 });
    onClose();
    entry.run();
  };
  const steer = (event: KeyboardEvent) => {
    const step = steps[event.key];
    // What was typed last counts, also when its results are not on the screen yet.
    if (event.key === 'Enter') run(findInPalette(words, scope).entries[words === query ? chosen : 0]);
    else if (step !== undefined) choose(Math.min(Math.max(chosen + step, 0), entries.length - 1));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      isOpen
      isBare
      size="wide"
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
          aria-activedescendant={entries[chosen] ? `palette-${entries[chosen].id}` : undefined}
          aria-label={text('app.search')}
          placeholder={text('palette.field')}
          value={words}
          onKeyDown={steer}
          onChange={(event) => {
            setWords(event.target.value);
            choose(0);
          }}
        />
      </div>
      <div id="palette-list" role="listbox" aria-label={text('command.help.palette')} className={styles.list}>
        {entries.map((entry, index) => (
          <Option
            key={entry.id}
            entry={entry}
            isChosen={index === chosen}
            onPoint={() => index !== chosen && choose(index)}
            onRun={() => run(entry)}
          />
        ))}
      </div>
      {refused ? (
        <p key={refused.time} className={styles.note} role="alert" data-refused>
          <span aria-hidden="true">▲</span> {refused.why}
        </p>
      ) : (
        <p className={styles.note} role="status" data-refused={problem !== null}>
          {problem ?? text(entries.length === 0 ? 'palette.none' : 'palette.hint')}
        </p>
      )}
    </Dialog>
  );
}

type OptionProps = {
  readonly entry: PaletteEntry;
  readonly isChosen: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
};

function Option({ entry, isChosen, onPoint, onRun }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
    <div
      ref={row}
      id={`palette-${entry.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={entry.whyNot !== null}
      className={styles.option}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <span className={styles.name}>
        <span className={styles.menu}>{entry.sort}</span>
        {entry.title}
        {entry.whyNot && <span className={styles.reason}> · {entry.whyNot}</span>}
      </span>
      {entry.detail && <span className={styles.detail}>{entry.detail}</span>}
      {entry.keys && <Kbd>{entry.keys}</Kbd>}
    </div>
  );
}

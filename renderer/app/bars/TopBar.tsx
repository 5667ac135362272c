import { memo } from 'react';
import type { AppActions } from '../../commands/command.ts';
import { shortcutLabel } from '../../commands/shortcuts.ts';
import { useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { ChevronLeftIcon, SearchIcon } from '../../ui/icons/actions.tsx';
import { UnderlayIcon } from '../../ui/icons/tools.tsx';
import { Kbd } from '../../ui/layout/Kbd.tsx';
import { IssueMenu } from '../sheets/IssueMenu.tsx';
import { SheetMenu } from '../sheets/SheetMenu.tsx';
import { StateViewSwitch } from './StateViewSwitch.tsx';
import styles from './TopBar.module.css';

type Props = { readonly siteName: string; readonly actions: AppActions };

/** Where the person is, the command search, and the way out: the issued layout. */
export const TopBar = memo(function TopBar({ siteName, actions }: Props) {
  const { name } = useSettings();
  return (
    <header className={styles.bar} data-region="top">
      <Button look="plain" icon={<ChevronLeftIcon />} onPress={actions.goHome}>
        {text('app.sites')}
      </Button>
      <span className={styles.separator} />
      <h1 className={styles.site}>{siteName}</h1>
      <span className={styles.plan}>{name}</span>
      <SheetMenu tell={actions.tell} />
      <span className={styles.grow} />
      <StateViewSwitch />
      <button type="button" className={styles.search} onClick={actions.showPalette}>
        <SearchIcon />
        <span className={styles.words}>{text('app.search')}</span>
        <Kbd>{shortcutLabel('CmdOrCtrl+K')}</Kbd>
      </button>
      <Button icon={<UnderlayIcon />} onPress={actions.addPicture}>
        <span className={styles.words}>{text('app.addPicture')}</span>
      </Button>
      <IssueMenu actions={actions} />
    </header>
  );
});

import { memo, useMemo } from 'react';
import type { AppActions } from '../commands/command.ts';
import { shortcutLabel } from '../commands/shortcuts.ts';
import { text } from '../messages/text.ts';
import { Button } from '../ui/buttons/Button.tsx';
import { ChevronLeftIcon, SearchIcon } from '../ui/icons/actions.tsx';
import { UnderlayIcon } from '../ui/icons/tools.tsx';
import { Kbd } from '../ui/layout/Kbd.tsx';
import { MenuButton } from '../ui/menus/MenuButton.tsx';
import { StateViewSwitch } from './StateViewSwitch.tsx';
import styles from './TopBar.module.css';

type Props = { readonly siteName: string; readonly planName: string; readonly actions: AppActions };

const formats = [
  ['print', ['pdf', 'png', 'svg']],
  ['exchange', ['plan', 'csv', 'geojson']],
] as const;

/** Where the person is, the command search, and the way out: the issued layout. */
export const TopBar = memo(function TopBar({ siteName, planName, actions }: Props) {
  const groups = useMemo(
    () =>
      formats.map(([id, entries]) => ({
        id,
        entries: entries.map((format) => ({
          id: format,
          title: text(`issue.${format}`),
          onAction: () => actions.exportPlan(format),
        })),
      })),
    [actions],
  );
  return (
    <header className={styles.bar} data-region="top">
      <Button look="plain" icon={<ChevronLeftIcon />} onPress={actions.goHome}>
        {text('app.sites')}
      </Button>
      <span className={styles.separator} />
      <h1 className={styles.site}>{siteName}</h1>
      <span className={styles.plan}>{planName}</span>
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
      <MenuButton look="primary" label={text('app.issue')} groups={groups} placement="bottom end" />
    </header>
  );
});

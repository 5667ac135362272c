import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './Tabs.module.css';

export type TabEntry<T extends string> = {
  readonly id: T;
  readonly title: string;
  /** A number after the title. */
  readonly count?: number;
  /** Rendered only while its tab is chosen. */
  readonly content: () => ReactNode;
};

export type TabsProps<T extends string> = {
  readonly label: string;
  readonly tabs: readonly TabEntry<T>[];
  readonly value: T;
  readonly onChange: (id: T) => void;
  /** Small buttons at the end of the bar. */
  readonly actions?: ReactNode;
};

/** Fills its place: the bar stays, the chosen panel scrolls. */
export function Tabs<T extends string>({ label, tabs, value, onChange, actions }: TabsProps<T>) {
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <div className={styles.bar}>
        <TabList aria-label={label} className={styles.list ?? ''}>
          {tabs.map(({ id, title, count }) => (
            <Tab key={id} id={id} className={styles.tab ?? ''}>
              <span className={styles.text} data-text={title}>
                {title}
              </span>
              {count === undefined ? null : <span className={styles.count}>{count}</span>}
            </Tab>
          ))}
        </TabList>
        {actions}
      </div>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {id === value ? content() : null}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

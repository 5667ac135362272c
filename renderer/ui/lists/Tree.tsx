import type { ReactNode } from 'react';
import {
  Tree as AriaTree,
  Button,
  Collection,
  type Key,
  ListLayout,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { ChevronRightIcon } from '../icons/actions.tsx';
import styles from './Row.module.css';
import { RowContent, type RowShown } from './RowContent.tsx';

const MANY_ROWS = 200;

export type TreeRow = RowShown & {
  readonly id: string;
  readonly children?: readonly TreeRow[];
};

export type TreeProps = {
  readonly label: string;
  readonly rows: readonly TreeRow[];
  readonly selectionMode?: 'none' | 'single' | 'multiple';
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  /** Enter or a double press on a row. */
  readonly onOpen?: (id: string) => void;
  readonly expanded: ReadonlySet<string>;
  readonly onExpand: (ids: ReadonlySet<string>) => void;
  readonly empty?: ReactNode;
};

const countOf = (rows: readonly TreeRow[]): number =>
  rows.reduce((sum, { children }) => sum + 1 + countOf(children ?? []), 0);

const allIds = (rows: readonly TreeRow[]): string[] =>
  rows.flatMap(({ id, children }) => [id, ...allIds(children ?? [])]);

/** Rows within rows: arrow right opens one, arrow left closes it. */
export function Tree(props: TreeProps) {
  const { label, rows, selectionMode = 'none', selected, onSelect, onOpen, expanded, onExpand } = props;
  const idsOf = (keys: 'all' | Set<Key>): ReadonlySet<string> =>
    new Set(keys === 'all' ? allIds(rows) : [...keys].map(String));
  const tree = (
    <AriaTree
      aria-label={label}
      items={rows}
      className={styles.list ?? ''}
      selectionMode={selectionMode}
      selectionBehavior="replace"
      expandedKeys={expanded}
      onExpandedChange={(keys) => onExpand(new Set([...keys].map(String)))}
      {...(selected && { selectedKeys: selected })}
      {...(onSelect && { onSelectionChange: (keys) => onSelect(idsOf(keys)) })}
      {...(onOpen && { onAction: (key) => onOpen(String(key)) })}
      renderEmptyState={() => props.empty ?? null}
    >
      {(row) => <Branch row={row} />}
    </AriaTree>
  );
  if (countOf(rows) <= MANY_ROWS) return tree;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 26 }}>
      {tree}
    </Virtualizer>
  );
}

function Branch({ row }: { readonly row: TreeRow }) {
  return (
    <TreeItem id={row.id} textValue={row.title} className={classNames(styles.row, styles.branch)}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.toggle ?? ''}>
                <ChevronRightIcon size={12} />
              </Button>
            ) : (
              <span className={styles.leaf} />
            )}
            <RowContent {...row} />
          </>
        )}
      </TreeItemContent>
      <Collection items={row.children ?? []}>{(child) => <Branch row={child} />}</Collection>
    </TreeItem>
  );
}

import type { ReactNode } from 'react';
import {
  Button,
  DropIndicator,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  type Key,
  ListLayout,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import { GripIcon } from '../icons/actions.tsx';
import styles from './Row.module.css';
import { RowContent, type RowShown } from './RowContent.tsx';

const MANY_ROWS = 200;

export type ListRow = RowShown & {
  readonly id: string;
  readonly isDisabled?: boolean;
  /** Its name where the title alone stands in the list a second time. */
  readonly spokenName?: string;
};

export type RowGroup = {
  readonly id: string;
  /** Shown above its rows. */
  readonly title?: string;
  readonly rows: readonly ListRow[];
};

export type RowMove = { readonly id: string; readonly target: string; readonly place: 'before' | 'after' };

export type RowListProps = {
  readonly label: string;
  readonly groups: readonly RowGroup[];
  readonly selectionMode?: 'none' | 'single' | 'multiple';
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  /** Enter or a double press on a row; a single press when nothing can be selected. */
  readonly onOpen?: (id: string) => void;
  /** Lets rows be moved, by dragging or by keyboard from the handle. */
  readonly onMove?: (move: RowMove) => void;
  readonly empty?: ReactNode;
};

/** Rows under headings: catalogue, layers, floors, underlays. Arrow right goes to the buttons of a row. */
export function RowList(props: RowListProps) {
  const { label, groups, selectionMode = 'none', selected, onSelect, onOpen, onMove, empty } = props;
  const { dragAndDropHooks } = useRowMoves(onMove);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const shown = count === 0 ? [] : groups.filter(({ rows }) => rows.length > 0);
  const list = (
    <GridList
      aria-label={label}
      className={styles.list ?? ''}
      selectionMode={selectionMode}
      selectionBehavior="replace"
      // Escape is for what is around the list.
      escapeKeyBehavior="none"
      {...(selected && { selectedKeys: selected })}
      {...(onSelect && { onSelectionChange: (keys) => onSelect(idsOf(keys, groups)) })}
      {...(onOpen && { onAction: (key) => onOpen(String(key)) })}
      {...(onMove && { dragAndDropHooks })}
      renderEmptyState={() => empty ?? null}
    >
      {shown.map(({ id, title, rows }) =>
        title === undefined ? (
          rows.map((row) => <Item key={row.id} row={row} isMovable={onMove !== undefined} />)
        ) : (
          <GridListSection key={id} id={id}>
            <GridListHeader className={styles.heading ?? ''}>{title}</GridListHeader>
            {rows.map((row) => (
              <Item key={row.id} row={row} isMovable={onMove !== undefined} />
            ))}
          </GridListSection>
        ),
      )}
    </GridList>
  );
  if (count <= MANY_ROWS) return list;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 26, estimatedHeadingSize: 28 }}>
      {list}
    </Virtualizer>
  );
}

function Item({ row, isMovable }: { readonly row: ListRow; readonly isMovable: boolean }) {
  return (
    <GridListItem
      id={row.id}
      textValue={row.spokenName ?? row.title}
      isDisabled={row.isDisabled ?? false}
      className={styles.row ?? ''}
    >
      {isMovable ? (
        <Button slot="drag" className={styles.grip ?? ''}>
          <GripIcon size={14} />
        </Button>
      ) : null}
      <RowContent {...row} />
    </GridListItem>
  );
}

function idsOf(keys: 'all' | Set<Key>, groups: readonly RowGroup[]): ReadonlySet<string> {
  if (keys !== 'all') return new Set([...keys].map(String));
  return new Set(groups.flatMap(({ rows }) => rows.map(({ id }) => id)));
}

function useRowMoves(onMove: RowListProps['onMove']) {
  return useDragAndDrop({
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.drop ?? ''} />,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [id] = keys;
      if (id === undefined || target.dropPosition === 'on') return;
      onMove?.({ id: String(id), target: String(target.key), place: target.dropPosition });
    },
  });
}

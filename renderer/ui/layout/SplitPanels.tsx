import { type ReactNode, useRef } from 'react';
import { Group, Panel, type PanelSize, Separator } from 'react-resizable-panels';
import { classNames } from '../class-names.ts';
import type { PanelLayout } from './panel-layout.ts';
import styles from './SplitPanels.module.css';

type Side = keyof PanelLayout;

export type SplitPanelsProps = {
  readonly layout: PanelLayout;
  /** After a panel was resized or dragged shut, with the whole layout: remember it and pass it back. */
  readonly onLayoutChange: (layout: PanelLayout) => void;
  readonly left: ReactNode;
  readonly right: ReactNode;
  readonly bottom: ReactNode;
  /** The canvas. */
  readonly children: ReactNode;
  /** Names of the dividers. */
  readonly labels: { readonly [S in Side]: string };
};

const LIMITS: { readonly [S in Side]: { readonly minimum: number; readonly maximum: number } } = {
  left: { minimum: 200, maximum: 480 },
  right: { minimum: 240, maximum: 520 },
  bottom: { minimum: 120, maximum: 640 },
};

/** Panels around the canvas. One that is closed in `layout` is not mounted. */
export function SplitPanels(props: SplitPanelsProps) {
  const { layout, left, right, bottom, children, labels } = props;
  const { sizeOf, finish } = useResizing(props);
  const side = (place: Side, content: ReactNode) => (
    <Panel
      id={`panel-${place}`}
      key={place}
      defaultSize={layout[place].size}
      minSize={LIMITS[place].minimum}
      maxSize={LIMITS[place].maximum}
      collapsible
      groupResizeBehavior="preserve-pixel-size"
      onResize={sizeOf(place)}
    >
      <div className={styles.side}>{content}</div>
    </Panel>
  );
  const divider = (place: Side, direction: 'upright' | 'level') => (
    <Separator
      id={`panel-${place}-divider`}
      key={`${place}-divider`}
      aria-label={labels[place]}
      className={classNames(styles.separator, styles[direction])}
    />
  );
  return (
    <Group orientation="horizontal" className={styles.group} onLayoutChanged={finish}>
      {layout.left.isOpen ? [side('left', left), divider('left', 'upright')] : null}
      <Panel id="panel-middle" minSize={240}>
        <Group orientation="vertical" className={styles.group} onLayoutChanged={finish}>
          <Panel id="panel-centre" minSize={120}>
            <div className={styles.centre}>{children}</div>
          </Panel>
          {layout.bottom.isOpen ? [divider('bottom', 'level'), side('bottom', bottom)] : null}
        </Group>
      </Panel>
      {layout.right.isOpen ? [divider('right', 'upright'), side('right', right)] : null}
    </Group>
  );
}

/** Sizes as they change under the pointer, told once the pointer is let go. */
function useResizing({ layout, onLayoutChange }: SplitPanelsProps) {
  const sizes = useRef<Partial<Record<Side, number>>>({});
  const finish = (_: unknown, { isUserInteraction }: { readonly isUserInteraction: boolean }): void => {
    const changed = sizes.current;
    sizes.current = {};
    if (!isUserInteraction) return;
    const next = { ...layout };
    for (const place of ['left', 'right', 'bottom'] as const) {
      const size = changed[place];
      if (size === undefined) continue;
      next[place] = size < 1 ? { ...layout[place], isOpen: false } : { size: Math.round(size), isOpen: true };
    }
    onLayoutChange(next);
  };
  const sizeOf = (place: Side) => (size: PanelSize) => {
    sizes.current[place] = size.inPixels;
  };
  return { sizeOf, finish };
}

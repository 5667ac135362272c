import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { classNames } from '../class-names.ts';
import type { PanelLayout, PanelSide } from './panel-layout.ts';
import styles from './SplitPanels.module.css';
import { usePanelSizes } from './use-panel-sizes.ts';

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
  readonly labels: { readonly [S in PanelSide]: string };
};

const LIMITS: { readonly [S in PanelSide]: { readonly minimum: number; readonly maximum: number } } = {
  left: { minimum: 200, maximum: 480 },
  right: { minimum: 240, maximum: 520 },
  bottom: { minimum: 120, maximum: 640 },
};

/**
 * Panels around the canvas. One that is closed in `layout` is not mounted. Where the window is narrow
 * (or everything is drawn twice as large) left and right share one side panel, the left one above.
 */
export function SplitPanels(props: SplitPanelsProps) {
  const { layout, labels } = props;
  const isNarrow = useIsNarrow();
  const { measured, settled } = usePanelSizes(layout, props.onLayoutChange);
  const side = (place: PanelSide, content: ReactNode) => (
    <Side key={place} place={place} size={layout[place].size} onSize={measured}>
      {content}
    </Side>
  );
  const divider = (place: PanelSide) => (
    <Divider key={`${place}-divider`} place={place} label={labels[place]} />
  );
  const hasLeft = layout.left.isOpen && !isNarrow;
  const hasBoth = layout.left.isOpen && isNarrow;
  const right = hasBoth ? <Stacked {...props} /> : props.right;
  return (
    <Group orientation="horizontal" className={styles.group} onLayoutChanged={settled}>
      {hasLeft ? [side('left', props.left), divider('left')] : null}
      <Panel id="panel-middle" minSize={200}>
        <Group orientation="vertical" className={styles.group} onLayoutChanged={settled}>
          <Panel id="panel-centre" minSize={120}>
            <div className={styles.centre}>{props.children}</div>
          </Panel>
          {layout.bottom.isOpen ? [divider('bottom'), side('bottom', props.bottom)] : null}
        </Group>
      </Panel>
      {layout.right.isOpen || hasBoth ? [divider('right'), side('right', right)] : null}
    </Group>
  );
}

type SideProps = {
  readonly place: PanelSide;
  readonly size: number;
  readonly onSize: (place: PanelSide, size: number) => void;
  readonly children: ReactNode;
};

function Side({ place, size, onSize, children }: SideProps) {
  const panel = usePanelRef();
  useEffect(() => {
    // A panel that was just opened has no place in the group's layout before the next frame; then it may be
    // given the one that it was dragged shut with.
    const frame = requestAnimationFrame(() => {
      const now = panel.current?.getSize().inPixels;
      if (now !== undefined && Math.abs(now - size) >= 1) panel.current?.resize(size);
    });
    return () => cancelAnimationFrame(frame);
  }, [panel, size]);
  return (
    <Panel
      id={`panel-${place}`}
      panelRef={panel}
      defaultSize={size}
      minSize={LIMITS[place].minimum}
      maxSize={LIMITS[place].maximum}
      collapsible
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }) => onSize(place, inPixels)}
    >
      <div className={styles.side}>{children}</div>
    </Panel>
  );
}

function Divider({ place, label }: { readonly place: PanelSide; readonly label: string }) {
  return (
    <Separator
      id={`panel-${place}-divider`}
      aria-label={label}
      className={classNames(styles.separator, place === 'bottom' ? styles.level : styles.upright)}
    />
  );
}

function Stacked({ layout, left, right, labels }: SplitPanelsProps) {
  if (!layout.right.isOpen) return left;
  return (
    <Group orientation="vertical" className={styles.group}>
      <Panel id="panel-upper" minSize={80}>
        <div className={styles.side}>{left}</div>
      </Panel>
      <Separator
        id="panel-upper-divider"
        aria-label={labels.left}
        className={classNames(styles.separator, styles.level)}
      />
      <Panel id="panel-lower" minSize={80}>
        <div className={styles.side}>{right}</div>
      </Panel>
    </Group>
  );
}

const narrow = globalThis.matchMedia?.('(max-width: 1000px)');

function onNarrow(listener: () => void): () => void {
  narrow?.addEventListener('change', listener);
  return () => narrow?.removeEventListener('change', listener);
}

function useIsNarrow(): boolean {
  return useSyncExternalStore(onNarrow, () => narrow?.matches ?? false);
}

import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import type { CoverageStatus, CoverageWatch } from '../editor/coverage-watch.ts';
import type { Editor } from '../editor/editor.ts';
import type { ZonesStatus, ZonesWatch } from '../editor/zones-watch.ts';

const EditorContext = createContext<Editor | null>(null);
const CoverageContext = createContext<CoverageWatch | null>(null);
const ZonesContext = createContext<ZonesWatch | null>(null);

type Props = {
  readonly editor: Editor;
  readonly coverage: CoverageWatch;
  readonly zones: ZonesWatch;
  readonly children: ReactNode;
};

/** Makes the open plan's editor, and what is known of its coverage, available to the panels and the canvas below. */
export function EditorProvider({ editor, coverage, zones, children }: Props) {
  return (
    <EditorContext value={editor}>
      <CoverageContext value={coverage}>
        <ZonesContext value={zones}>{children}</ZonesContext>
      </CoverageContext>
    </EditorContext>
  );
}

/** The editor of the open plan; the caller must be below an `EditorProvider`. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it.');
  return editor;
}

/** What keeps up with the coverage of the open plan; the caller must be below an `EditorProvider`. */
export function useCoverageWatch(): CoverageWatch {
  const watch = useContext(CoverageContext);
  if (!watch) throw new Error('useCoverageWatch needs an EditorProvider above it.');
  return watch;
}

/** What is known of the coverage that the window shows. */
export function useCoverage(): CoverageStatus {
  const watch = useCoverageWatch();
  const subscribe = useCallback((changed: () => void) => watch.subscribe(changed), [watch]);
  return useSyncExternalStore(subscribe, () => watch.status);
}

/** What keeps up with the coverage zones of the open plan; the caller must be below an `EditorProvider`. */
export function useZonesWatch(): ZonesWatch {
  const watch = useContext(ZonesContext);
  if (!watch) throw new Error('useZonesWatch needs an EditorProvider above it.');
  return watch;
}

/** What is known of the coverage zones of the open plan. */
export function useZones(): ZonesStatus {
  const watch = useZonesWatch();
  const subscribe = useCallback((changed: () => void) => watch.subscribe(changed), [watch]);
  return useSyncExternalStore(subscribe, () => watch.status);
}

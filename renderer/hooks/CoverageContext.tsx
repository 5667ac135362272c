import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import type { CoverageStatus, CoverageWatch } from '../editor/coverage-watch.ts';

const CoverageContext = createContext<CoverageWatch | null>(null);

/** Makes what is known of the open plan's coverage available to the panels and the canvas below. */
export function CoverageProvider({ watch, children }: { watch: CoverageWatch; children: ReactNode }) {
  return <CoverageContext value={watch}>{children}</CoverageContext>;
}

/** What keeps up with the coverage of the open plan; the caller must be below a `CoverageProvider`. */
export function useCoverageWatch(): CoverageWatch {
  const watch = useContext(CoverageContext);
  if (!watch) throw new Error('useCoverageWatch needs a CoverageProvider above it.');
  return watch;
}

/** What is known of the coverage that the window shows. */
export function useCoverage(): CoverageStatus {
  const watch = useCoverageWatch();
  const subscribe = useCallback((changed: () => void) => watch.subscribe(changed), [watch]);
  return useSyncExternalStore(subscribe, () => watch.status);
}

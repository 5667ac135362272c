import { useMemo } from 'react';
import { coveredShare, MOSTLY_COVERED } from '../../../core/drawing/covered-pictures.ts';
import { sceneOf } from '../../../core/drawing/scene.ts';
import { recordsShown } from '../../../core/picture/lens.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { lensOfWindow } from '../../editor/window-lens.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useLens } from '../../hooks/use-editor-state.ts';
import { usePlanAtRest } from '../../hooks/use-plan-at-rest.ts';
import { text } from '../../messages/text.ts';
import styles from './Inspector.module.css';

/** That a picture cannot be seen for what is drawn over it; nothing where most of it can. */
export function CoveredNote({ picture }: { readonly picture: RecordOf<'underlay'> }) {
  const editor = useEditor();
  const plan = usePlanAtRest();
  const lens = useLens();
  const share = useMemo(() => {
    const scene = sceneOf(plan, undefined, lens.states);
    const shown = recordsShown(plan, lensOfWindow({ plan, view: { ...editor.view, lens } }));
    return coveredShare(picture, shown, scene);
  }, [plan, lens, picture, editor]);
  const note = share === 1 ? text('underlay.covered') : text('underlay.mostlyCovered');
  return (
    <p className={styles.fit} role="status">
      {share >= MOSTLY_COVERED ? note : null}
    </p>
  );
}

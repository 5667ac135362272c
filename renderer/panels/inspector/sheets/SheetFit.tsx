import { useMemo } from 'react';
import { lossesOfSheet } from '../../../../core/drawing/sheet/notes.ts';
import type { IdOf } from '../../../../core/plan/kinds/index.ts';
import { getRecord } from '../../../../core/plan/plan.ts';
import { issuedStates } from '../../../commands/structure/issued.ts';
import { useLens } from '../../../hooks/use-editor-state.ts';
import { usePlanAtRest } from '../../../hooks/use-plan-at-rest.ts';
import styles from '../Inspector.module.css';

/** What of the plan is not seen on a sheet, as its notes will say it; nothing where all of it does. */
export function SheetFit({ sheetId }: { readonly sheetId: IdOf<'sheet'> }) {
  const plan = usePlanAtRest();
  const states = issuedStates(useLens());
  const sentences = useMemo(() => {
    const sheet = getRecord(plan, sheetId);
    const { outside = null, hidden = null } = sheet ? lossesOfSheet(plan, sheet, states) : {};
    return [hidden, outside].filter((sentence) => sentence !== null);
  }, [plan, sheetId, states]);
  return (
    <p className={styles.fit} role="status">
      {sentences.join(' ')}
    </p>
  );
}

import { countedRecords, countsByKind, countsByState, type PlanFigures } from '../../core/plan/tally.ts';

const round = (metres: number) => Math.round(metres * 1000) / 1000;

/** The figures of a plan as commands print them; `extent` in metres, null where nothing is drawn. */
export function shownFigures({ counts, extent: box }: PlanFigures) {
  return {
    records: countedRecords(counts),
    kinds: countsByKind(counts),
    states: countsByState(counts),
    extent: box && { width: round(box.maxX - box.minX), height: round(box.maxY - box.minY) },
  };
}

export type ShownFigures = ReturnType<typeof shownFigures>;

/** The same as people read it: `1,204 records (1,100 existing, 100 proposed), 80.5 by 40 m`. */
export function figureText({ records, states, extent }: ShownFigures): string {
  const all = records === 1 ? '1 record' : `${records.toLocaleString('en')} records`;
  const byState = Object.entries(states).map(([state, number]) => `${number.toLocaleString('en')} ${state}`);
  const inBrackets = byState.length === 0 ? '' : ` (${byState.join(', ')})`;
  return `${all}${inBrackets}, ${extent ? `${extent.width} by ${extent.height} m` : 'nothing drawn'}`;
}

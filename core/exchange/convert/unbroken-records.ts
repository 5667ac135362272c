import { checkRecord, type Lookup, problemWords } from '../../plan/integrity.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { isKind } from '../../plan/plan.ts';
import type { RecordMaker } from './record-maker.ts';

/** What names what is left out goes as well, and so on; chains are short in files that are not made to be long. */
const MOST_ROUNDS = 50;

/**
 * The records between which every rule of a plan holds: what breaks one is left out and said, and so is what names it.
 *
 * @param there looks up what is there besides them
 */
export function unbrokenRecords(
  records: readonly PlanRecord[],
  maker: RecordMaker,
  there: Lookup = () => undefined,
): readonly PlanRecord[] {
  let kept = records;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const sound = soundOf(kept, maker, there);
    if (sound.length === kept.length) return sound;
    kept = sound;
  }
  return kept;
}

function soundOf(records: readonly PlanRecord[], maker: RecordMaker, there: Lookup): readonly PlanRecord[] {
  const own = new Map<AnyId, PlanRecord>(records.map((record) => [record.id, record]));
  const lookup: Lookup = (id) => own.get(id) ?? there(id);
  return records.filter((record) => {
    if (isKind(record, 'settings')) return true;
    const [problem] = checkRecord(record, lookup);
    if (problem) maker.leaveOut(record.id, problemWords(problem));
    return !problem;
  });
}

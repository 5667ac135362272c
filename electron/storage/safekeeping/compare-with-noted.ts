import { ok, type Result } from '../../../core/result.ts';
import { type OpenDatabase, type OpenError, openError } from '../database.ts';
import {
  againSentences,
  listPlansAgain,
  listSitesAgain,
  lostPlans,
  lostSites,
} from '../recovery/list-again.ts';
import { type MissingSaves, missingIn, type SavedNote } from './acknowledged.ts';

export type Compared = {
  /** What was acknowledged and is not there: the database is older than it was. */
  readonly missing: readonly MissingSaves[];
  /** One sentence about each plan or site of which only the row that listed it was lost. */
  readonly again: readonly string[];
};

type Noted = {
  readonly file: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly earlier: SavedNote | null;
  /** What is missing is known to whoever opens it. */
  readonly mayBeOlder: boolean;
};

const LOST_HERE =
  'The database has lost what lists a plan or a site: allow writing to its file and folder, then start Sallyport again, and it is made anew.';

/** What was noted but for some plans, by their ids. */
function without({ plans, ...rest }: SavedNote, ids: readonly string[]): SavedNote {
  const others = Object.entries(plans).filter(([id]) => !ids.includes(id));
  return { ...rest, plans: Object.fromEntries(others) };
}

/**
 * Compares an open database with what was noted of it. What is not listed any more and is still there is listed
 * again, so that no plan is taken for one that never was.
 */
export function compareWithNoted(
  { db, readOnly }: OpenDatabase,
  { file, at, earlier, mayBeOlder }: Noted,
): Result<Compared, OpenError> {
  const noted = mayBeOlder ? null : earlier;
  try {
    const lost = readOnly ? lostPlans(db) : [];
    const isLost = lost.length > 0 || (readOnly && lostSites(db).length > 0);
    const plans = readOnly ? [] : listPlansAgain(db, at, earlier);
    const missing = missingIn(db, file, noted && without(noted, lost));
    if (!missing.ok) return missing;
    // An older database may not have had the sites yet.
    const mayHaveHad = missing.value.length === 0 ? noted : null;
    const sites = readOnly ? [] : listSitesAgain(db, at, mayHaveHad);
    const again = [...againSentences(plans, sites), ...(isLost ? [LOST_HERE] : [])];
    return ok({ missing: missing.value, again });
  } catch (error) {
    return { ok: false, error: openError(error, file) };
  }
}

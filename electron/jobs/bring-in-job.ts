import { randomUUID } from 'node:crypto';
import type { ImportReport } from '../../core/contract/shapes.ts';
import type { Report } from '../../core/exchange/convert/conversion.ts';
import { convert } from '../../core/exchange/convert/convert.ts';
import { readGeojson } from '../../core/exchange/geojson/read-geojson.ts';
import { hasForeign, surveyOf } from '../../core/exchange/mapping/survey-of.ts';
import type { Point } from '../../core/geometry/point.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { Survey } from '../../core/mapping/survey.ts';
import type { InsertRefusal } from '../../core/operations/fragment/insert-fragment.ts';
import type { IdOf, Kind } from '../../core/plan/kinds/index.ts';
import { PageWriter } from '../../core/records/packed-change.ts';
import { err, ok } from '../../core/result.ts';
import { textOfMap } from '../files/map-text.ts';
import { readSource } from '../files/read-source.ts';
import { planOfPages } from './held-plan.ts';
import type { Work } from './job.ts';

export type BringInRequest = {
  readonly file: string;
  /** The plan that it comes into, as the window holds it: pages that nobody has read yet. */
  readonly pages: readonly string[];
  readonly floorId: string;
  readonly layerId: string;
  /** Where the middle of a map goes in a plan that does not say where on the globe it is. */
  readonly middle: Point;
  /** What a person says the features are; null where one is to be asked when they are not understood. */
  readonly mapping: Mapping | null;
};

/** What became of a file; the edit itself goes before it, page by page. */
export type BroughtIn = {
  /** Why the plan cannot take it: the state of the world in a word; null when it can. */
  readonly refusal: InsertRefusal | null;
  readonly report: ImportReport;
  /** Of a file that nothing was made of, since a person has to say what its features are; else null. */
  readonly survey: Survey | null;
};

const noReport: ImportReport = { elements: 0, records: 0, remarks: [] };

/** How far it is: the file read, the plan read, the edit made. */
const DONE = { read: 0.3, held: 0.5, made: 0.8 } as const;

/** Makes an edit of a plan of what a file draws: pages of packed changes, one after the other. */
export const bringInJob: Work<BringInRequest, BroughtIn, string> = async (request, { progress, give }) => {
  progress(0, 'reading');
  const bytes = await readSource(request.file);
  if (!bytes.ok) return bytes;
  const text = textOfMap(bytes.value);
  if (!text.ok) return err({ code: text.error.code, message: text.error.message });
  const drawing = readGeojson(text.value.text);
  if (!drawing.ok) return err({ code: 'unreadable', message: drawing.error.message });
  if (request.mapping === null && hasForeign(drawing.value))
    return ok({ refusal: null, report: noReport, survey: surveyOf(drawing.value) });
  progress(DONE.read, 'converting');
  const plan = planOfPages(request.pages);
  if (!plan.ok)
    return err({ code: 'refused', message: `What the window holds cannot be read: ${plan.error.message}` });
  progress(DONE.held, 'converting');
  const converted = convert(plan.value, drawing.value, {
    as: 'part',
    floor: request.floorId as IdOf<'floor'>,
    layer: request.layerId as IdOf<'layer'>,
    middle: request.middle,
    mapping: request.mapping ?? undefined,
    newId: <K extends Kind>(kind: K) => `${kind}:${randomUUID()}` as IdOf<K>,
  });
  if (!converted.ok) {
    const { error } = converted;
    if (error.type === 'at-fault') return err({ code: 'unreadable', message: error.message });
    return ok({ refusal: error.reason, report: reportOf(error.report, text.value.remarks), survey: null });
  }
  progress(DONE.made, 'converting');
  const { diff, report } = converted.value;
  const writer = new PageWriter();
  for (const change of diff.values()) writer.add(change);
  for (const page of writer.end()) await give(page);
  return ok({ refusal: null, report: reportOf(report, text.value.remarks), survey: null });
};

function reportOf({ elements, records, remarks }: Report, beforehand: readonly string[]): ImportReport {
  return { elements, records, remarks: [...beforehand, ...remarks] };
}

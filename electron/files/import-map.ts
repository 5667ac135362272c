import { planOfDrawing } from '../../core/exchange/geojson/plan-of-geojson.ts';
import { readGeojson } from '../../core/exchange/geojson/read-geojson.ts';
import type { NeutralDrawing } from '../../core/exchange/neutral-drawing.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type ImportError, type ImportedPlan, missingPictures } from './imported-plan.ts';
import { textOfMap } from './map-text.ts';

/** What a GeoJSON file draws, and what has to be said of how its bytes were read. */
export type ReadMap = { readonly drawing: NeutralDrawing; readonly remarks: readonly string[] };

/** What the bytes of a GeoJSON file draw; nothing of it is a plan yet. */
export function readMap(bytes: Uint8Array): Result<ReadMap, ImportError> {
  const text = textOfMap(bytes);
  if (!text.ok) return text;
  const drawing = readGeojson(text.value.text);
  if (!drawing.ok) return err({ code: 'unreadable', message: drawing.error.message });
  return ok({ drawing: drawing.value, remarks: text.value.remarks });
}

export type MapSetup = {
  readonly name: string;
  /** Makes a UUID each time it is called. */
  readonly newId: () => string;
  /** What a person says the features are, where somebody did. */
  readonly mapping?: Mapping | undefined;
};

/** The plan of what a GeoJSON file draws. */
export function planOfMap({ drawing, remarks }: ReadMap, setup: MapSetup): Result<ImportedPlan, ImportError> {
  const read = planOfDrawing(drawing, setup);
  if (!read.ok) return err({ code: 'unreadable', message: read.error.message });
  const { plan } = read.value;
  const { name } = setup;
  const attachments = new Map<string, Uint8Array>();
  const said = [...remarks, ...read.value.remarks, ...missingPictures(plan, attachments)];
  return ok({ planId: null, name, siteName: name, plan, attachments, remarks: said });
}

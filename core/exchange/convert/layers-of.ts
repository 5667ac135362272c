import { type IdOf, type NewId, planKinds, type RecordOf } from '../../plan/kinds/index.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';

const LONGEST_NAME = 200;

/** A layer for each of a drawing's, by the name that it has there. @param first the order of the lowest */
export function layersOf(
  { layers }: NeutralDrawing,
  { newId, first }: { readonly newId: NewId; readonly first: number },
): ReadonlyMap<string, RecordOf<'layer'>> {
  const made = new Map<string, RecordOf<'layer'>>();
  for (const written of layers) {
    if (made.has(written)) continue;
    // Half a letter where the name was cut.
    const name = written.slice(0, LONGEST_NAME).replace(/\p{Surrogate}/gu, '');
    const id: IdOf<'layer'> = newId('layer');
    made.set(written, { id, ...planKinds.layer.defaults, name, order: first + made.size });
  }
  return made;
}

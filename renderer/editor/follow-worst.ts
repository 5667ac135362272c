import type { WorstPlace } from '../../core/analysis/zones/zone-check.ts';
import type { Editor } from './editor.ts';
import type { ZonesWatch } from './zones-watch.ts';

/** Keeps the mark where the worst place of the plan is, and takes it away with the choice of its zone; the returned function ends it. */
export function followWorst(editor: Editor, watch: ZonesWatch): () => void {
  const follow = (): void => {
    const mark = editor.view.lens.worst;
    if (!mark) return;
    if (!editor.selection.has(mark.zone)) {
      editor.show({ lens: { worst: null } });
      return;
    }
    const place = watch.worstOf(mark.zone);
    if (!isSame(place, mark.place)) editor.show({ lens: { worst: { ...mark, place } } });
  };
  const ends = [
    watch.subscribe(follow),
    editor.subscribe('selection', follow),
    editor.subscribe('lens', follow),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function isSame(one: WorstPlace | null, other: WorstPlace | null): boolean {
  if (!one || !other) return one === other;
  return one.reason === other.reason && one.at.x === other.at.x && one.at.y === other.at.y;
}

import { vertexLinesOf } from '../../../core/plan/parts/vertices.ts';
import { getRecord } from '../../../core/plan/plan.ts';
import { formatLength } from '../../../core/quantity.ts';
import type { Corner } from '../../editor/tool.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { readingText } from '../../hooks/reading-text.ts';
import { usePreview, useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { LiveRegion } from '../../ui/overlays/LiveRegion.tsx';

/** Says which corner is chosen and where it is, and what was measured. */
export function DrawingSpeech() {
  const editor = useEditor();
  const preview = usePreview();
  const corner = preview?.corner ?? null;
  const reading = preview?.reading ?? null;
  const { displayUnit: unit } = useSettings();
  const chosen = corner && numbered(corner, getRecord(editor.plan, corner.record));
  const said = chosen
    ? text('canvas.corner', {
        number: chosen.number,
        count: chosen.count,
        x: formatLength(chosen.at.x, unit),
        y: formatLength(chosen.at.y, unit),
      })
    : '';
  return <LiveRegion message={reading?.isDone ? readingText(reading, unit) : said} />;
}

/** The corner counted over all lists of its record. */
function numbered({ vertex }: Corner, record: ReturnType<typeof getRecord>) {
  const all = record
    ? vertexLinesOf(record).flatMap(({ list, points }) => points.map((at, index) => ({ at, list, index })))
    : [];
  const number = all.findIndex(({ list, index }) => list === vertex.list && index === vertex.index);
  const at = all[number]?.at;
  return at ? { number: number + 1, count: all.length, at } : null;
}

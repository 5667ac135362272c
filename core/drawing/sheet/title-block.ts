import { getRecord, settingsOf } from '../../plan/plan.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import type { FrameContent } from './frame-content.ts';
import { fittingSize, type Rectangle, rule, words } from './furniture.ts';

const PADDING = 3.5;

type Cell = { readonly title: string; readonly value: string };
type Row = { readonly top: number; readonly height: number; readonly cells: readonly Cell[] };

const paperSizeText = (paper: string) =>
  paper.startsWith('A') && paper.length === 2 ? `ISO ${paper}` : paper;

/** The rows of the lower part, two cells each; heights in units. */
function rowsOf({ plan, sheet, day }: FrameContent): readonly Row[] {
  const { titleBlock } = settingsOf(plan);
  const floor = getRecord(plan, sheet.viewport.floor)?.name ?? '';
  return [
    {
      top: 43,
      height: 10.5,
      cells: [
        { title: 'Drawn by', value: titleBlock.author },
        { title: 'Checked by', value: titleBlock.checker },
      ],
    },
    {
      top: 53.5,
      height: 10.5,
      cells: [
        { title: 'Date', value: day },
        { title: 'Scale', value: `1:${sheet.viewport.scale}` },
      ],
    },
    {
      top: 64,
      height: 10.5,
      cells: [
        { title: 'Floor', value: floor },
        { title: 'Paper', value: paperSizeText(sheet.paper) },
      ],
    },
  ];
}

/** Agency, project, site, sheet, people, date and scale, and the sheet's number large in the corner. */
export function titleBlockItems(content: FrameContent, box: Rectangle, unit: number): readonly DrawItem[] {
  const { siteName, planName, sheet, plan } = content;
  const { agency, project } = settingsOf(plan).titleBlock;
  const x = box.left + PADDING * unit;
  const right = box.left + box.width;
  const y = (units: number) => box.top + units * unit;
  const line = (units: number, widthMm?: number) => rule([box.left, y(units)], [right, y(units)], widthMm);
  const room = box.width - 2 * PADDING * unit;
  const fitted = (text: string, units: number, size: number, weight: 'regular' | 'semibold') => {
    const sizeMm = fittingSize(text, { sizeMm: size * unit, width: room, weight });
    return words(text, x, y(units), { sizeMm, weight });
  };
  const title = (text: string, units: number) =>
    words(text, x, y(units), { sizeMm: 1.7 * unit, ink: 'muted' });
  return [
    line(0, lineWeights.perimeter),
    fitted(agency || ' ', 4.8, 2.9, 'semibold'),
    fitted(project || ' ', 9.2, 2.2, 'regular'),
    line(13),
    title('Site', 16),
    fitted(siteName || planName, 20.2, 4, 'semibold'),
    fitted(planName, 25.3, 2.4, 'regular'),
    line(29.5),
    title('Sheet', 32.6),
    fitted(sheet.name, 37.5, 3.4, 'semibold'),
    ...rowsOf(content).flatMap((row) => rowItems(row, box, unit)),
    line(74.5),
    title('Sheet number', 77.6),
    words(sheet.number, right - PADDING * unit, y(79.5), {
      anchor: 'end',
      weight: 'semibold',
      sizeMm: fittingSize(sheet.number, { sizeMm: 6.4 * unit, width: room * 0.6, weight: 'semibold' }),
    }),
  ];
}

function rowItems({ top, height, cells }: Row, box: Rectangle, unit: number): readonly DrawItem[] {
  const y = box.top + top * unit;
  const middle = box.left + box.width / 2;
  const room = box.width / 2 - 2 * PADDING * unit;
  const texts = cells.flatMap(({ title, value }, index) => {
    const x = box.left + PADDING * unit + (index * box.width) / 2;
    const sizeMm = fittingSize(value, { sizeMm: 2.4 * unit, width: room, weight: 'regular' });
    return [
      words(title, x, y + 3.2 * unit, { sizeMm: 1.7 * unit, ink: 'muted' }),
      words(value || '–', x, y + 7.2 * unit, { sizeMm }),
    ];
  });
  return [
    rule([box.left, y], [box.left + box.width, y]),
    rule([middle, y], [middle, y + height * unit], lineWeights.hatch),
    ...texts,
  ];
}

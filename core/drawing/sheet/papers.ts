import type { RecordOf } from '../../plan/kinds/index.ts';

type PaperName = RecordOf<'sheet'>['paper'];
const POINTS_PER_INCH = 72;
const MM_PER_INCH = 25.4;

const iso = (widthMm: number, heightMm: number) => ({ widthMm, heightMm });
const inches = (width: number, height: number) => ({
  widthMm: width * MM_PER_INCH,
  heightMm: height * MM_PER_INCH,
});

/** Papers upright, exact: ISO 216 in millimetres, ANSI/ASME Y14.1 and architectural sizes in inches. */
export const papers: { readonly [P in PaperName]: { readonly widthMm: number; readonly heightMm: number } } =
  {
    A4: iso(210, 297),
    A3: iso(297, 420),
    A2: iso(420, 594),
    A1: iso(594, 841),
    A0: iso(841, 1189),
    'ANSI A': inches(8.5, 11),
    'ANSI B': inches(11, 17),
    'ANSI C': inches(17, 22),
    'ANSI D': inches(22, 34),
    'ANSI E': inches(34, 44),
    'ARCH A': inches(9, 12),
    'ARCH B': inches(12, 18),
    'ARCH C': inches(18, 24),
    'ARCH D': inches(24, 36),
    'ARCH E': inches(36, 48),
    'ARCH E1': inches(30, 42),
  };

/** The size of a paper laid as the orientation says, millimetres. */
export function paperSize(paper: PaperName, orientation: 'landscape' | 'portrait') {
  const { widthMm, heightMm } = papers[paper];
  return orientation === 'portrait' ? { widthMm, heightMm } : { widthMm: heightMm, heightMm: widthMm };
}

/** Whether there is a paper of this name. */
export function isPaperName(name: string): name is PaperName {
  return Object.hasOwn(papers, name);
}

export const POINTS_PER_MM = POINTS_PER_INCH / MM_PER_INCH;

const metricScales = [50, 100, 200, 250, 500, 1000, 1250, 2000, 2500, 5000, 10_000, 20_000, 50_000];
// Engineering scales, 1 inch to 10, 20, 30, 40, 50, 60, 100, 200 feet and on.
const footScales = [120, 240, 360, 480, 600, 720, 1200, 2400, 4800, 6000, 12_000, 24_000, 60_000];

/** The largest usual scale (smallest N of 1:N) at which a drawing fits into a frame, all in metres and mm. */
export function largestUsualScale(
  drawing: { readonly width: number; readonly height: number },
  frame: { readonly widthMm: number; readonly heightMm: number },
  displayUnit: 'm' | 'ft-in',
): number {
  const needed = Math.max((drawing.width * 1000) / frame.widthMm, (drawing.height * 1000) / frame.heightMm);
  const scales = displayUnit === 'm' ? metricScales : footScales;
  return scales.find((scale) => scale >= needed) ?? Math.ceil(needed / 10_000) * 10_000;
}

import type { DrawItem, Page, TextItem } from '../../core/drawing/draw-item.ts';

/** Lines as people write them on plans, alone and with Latin letters and figures. */
export const scriptLines: { readonly [script: string]: readonly string[] } = {
  arabic: ['مدخل الموظفين', 'بوابة رئيسية', 'مُحَمَّد اللَّه لا إله إلا', 'لإدارة لآخر الأمن شده'],
  persian: ['می‌شود گچ پژ چراغ', 'ٹریفک ڈاکٹر'],
  hebrew: ['שער ראשי', 'שָׁלוֹם עוֹלָם'],
  mixed: ['Gate 3 بوابة رئيسية (A) 45', 'كاميرا CAM-07 مراقبة ١٢٣', 'מצלמה 12 (Gate) שער', 'Tor 4: שער ראשי'],
  devanagari: ['सुरक्षा कक्ष प्रवेश', 'हिन्दी विद्यार्थी ४५', 'कि र्क क्षेत्र रूप'],
  thai: ['ทางเข้าหลัก', 'น้ำ ที่จอดรถ'],
  chinese: ['主入口 安全检查 A12', '会议室、停车场。', '臺北車站 警衛室'],
  japanese: ['警備室カメラ入口', 'ｶﾒﾗ ローカル'],
  korean: ['보안 검색대 출입구 B2'],
};

export const everyLine: readonly string[] = Object.values(scriptLines).flat();

// Whole dots of 150 an inch.
export const LINE_MM = 12.7;
const [WIDTH_MM, MARGIN_MM] = [101.6, 5.08];
export const FIRST_MM = 8.128;
const SIZE_MM = 6;

type Place = Pick<TextItem, 'weight' | 'anchor' | 'angle' | 'halo'>;
const PLAIN: Place = { weight: 'regular', anchor: 'start', angle: 0, halo: false };

/** A page with a line of text each 12.7 mm, from 5 mm on. */
export function pageOfLines(lines: readonly string[], place: Partial<Place> = {}): Page {
  const { weight, anchor, angle, halo } = { ...PLAIN, ...place };
  const left = anchor === 'start' ? 5 : anchor === 'end' ? 95 : 50;
  const items = lines.map(
    (line, index): DrawItem => ({
      type: 'text',
      at: { x: left, y: -(FIRST_MM + index * LINE_MM) },
      offsetMm: { x: 0, y: 0 },
      angle,
      lines: [line],
      sizeMm: SIZE_MM,
      weight,
      anchor,
      baseline: 'alphabetic',
      ink: 'ink',
      halo,
      detail: 'always',
    }),
  );
  const heightMm = lines.length * LINE_MM + MARGIN_MM;
  return {
    widthMm: WIDTH_MM,
    heightMm,
    title: 'Lines',
    groups: [{ items, toPaper: [1, 0, 0, -1, 0, 0], clip: null }],
  };
}

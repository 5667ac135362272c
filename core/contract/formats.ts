/** A form in which a plan goes out, and perhaps comes in again. */
export type PlanFormat = {
  /** What such files are called. */
  readonly title: string;
  /** Of the files that are written, without the dot. */
  readonly extension: string;
  /** Extensions of the files that are read as it; none where it is only written. */
  readonly reads: readonly string[];
  /** Whether what such a file draws can also come into a plan that is open, as a part of it. */
  readonly asPart: boolean;
  /** What one file holds. */
  readonly holds: 'a-sheet' | 'all-sheets' | 'all-cameras' | 'the-plan';
  /** Whether the plan's pictures go into it. */
  readonly pictures: 'with' | 'without';
};

/** THE list of formats, in the order in which they are offered: contract, command line, menus and dialogs ask it. */
export const planFormats = {
  pdf: { title: 'PDF', extension: 'pdf', reads: [], asPart: false, holds: 'a-sheet', pictures: 'with' },
  plan: {
    title: 'Plan file',
    extension: 'sallyport',
    reads: ['sallyport'],
    asPart: false,
    holds: 'the-plan',
    pictures: 'with',
  },
  'pdf-set': {
    title: 'PDF',
    extension: 'pdf',
    reads: [],
    asPart: false,
    holds: 'all-sheets',
    pictures: 'with',
  },
  'camera-sheet': {
    title: 'Camera sheet',
    extension: 'pdf',
    reads: [],
    asPart: false,
    holds: 'all-cameras',
    pictures: 'without',
  },
  png: {
    title: 'PNG picture',
    extension: 'png',
    reads: [],
    asPart: false,
    holds: 'a-sheet',
    pictures: 'with',
  },
  svg: {
    title: 'SVG drawing',
    extension: 'svg',
    reads: [],
    asPart: false,
    holds: 'a-sheet',
    pictures: 'with',
  },
  csv: {
    title: 'Equipment schedule',
    extension: 'csv',
    reads: [],
    asPart: false,
    holds: 'the-plan',
    pictures: 'without',
  },
  geojson: {
    title: 'GeoJSON',
    extension: 'geojson',
    reads: ['geojson', 'json'],
    asPart: true,
    holds: 'the-plan',
    pictures: 'without',
  },
} as const satisfies Readonly<Record<string, PlanFormat>>;

export type ExportFormat = keyof typeof planFormats;

/** The formats that are written, in their order. */
export const exportFormats = Object.keys(planFormats) as [ExportFormat, ...ExportFormat[]];

/** What is said of a format. */
export function formatOf(format: ExportFormat): PlanFormat {
  return planFormats[format];
}

/** The formats that are read. */
export const readFormats: readonly PlanFormat[] = exportFormats
  .map(formatOf)
  .filter(({ reads }) => reads.length > 0);

/** Those that can come into a plan that is open. */
export const partFormats: readonly PlanFormat[] = readFormats.filter(({ asPart }) => asPart);

import type { Box } from '../../../core/geometry/box.ts';
import { boxSchema, type Counts, countsSchema, type PlanFigures } from '../../../core/plan/tally.ts';
import { z } from '../../../core/schema.ts';

/** A figure of a plan, and the version of the plan that it belongs to. */
type Figure = { readonly version: number; readonly value: unknown };

/** The figures of a plan by their names. What this program does not know of them is kept as it is. */
export type Figures = Readonly<Record<string, Figure>>;

const figuresSchema = z.record(z.string(), z.strictObject({ version: z.number().int(), value: z.unknown() }));

/** THE list of the figures that this program keeps, each with what its value is. */
const schemas = {
  /** Records by kind and state. */
  counts: countsSchema,
  /** The box around everything drawn, in metres; null where nothing is. */
  extent: boxSchema.nullable(),
} satisfies { readonly [N in keyof PlanFigures]: z.ZodType<PlanFigures[N]> };

/** The figures in the text of a row; none where it is not as one was written. */
export function figuresIn(text: string): Figures {
  try {
    return figuresSchema.safeParse(JSON.parse(text)).data ?? {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {};
  }
}

/** What this program keeps, where all of it belongs to one version of the plan; else null. */
export function figuresAt(figures: Figures, version: number): PlanFigures | null {
  const valueAt = <T>(name: string, schema: z.ZodType<T>): { readonly value: T } | null => {
    const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
    if (figure?.version !== version) return null;
    const parsed = schema.safeParse(figure.value);
    return parsed.success ? { value: parsed.data } : null;
  };
  const counts = valueAt<Counts>('counts', schemas.counts);
  const extent = valueAt<Box | null>('extent', schemas.extent);
  return counts && extent && { counts: counts.value, extent: extent.value };
}

/** The text of a row: the figures that it had, with new values of what this program keeps. */
export function textWith(others: Figures, version: number, figures: PlanFigures): string {
  const own = Object.entries(figures).map(([name, value]) => [name, { version, value }] as const);
  return JSON.stringify({ ...others, ...Object.fromEntries(own) });
}

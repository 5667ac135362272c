/** One figure beside the budget it is held to. */
export type BenchResult = {
  readonly name: string;
  readonly plan: string | null;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'x';
  readonly budget: number;
  /** What the figure is a ratio to, measured in the same run; null where the budget is absolute. */
  readonly reference: number | null;
  readonly ratio: number | null;
  readonly withinBudget: boolean;
};

const round = (value: number) => Math.round(value * 100) / 100;

/** A figure that must not exceed its budget. */
export function figure(
  name: string,
  plan: string | null,
  value: number,
  unit: 'ms' | 'MB',
  budget: number,
): BenchResult {
  return {
    name,
    plan,
    value: round(value),
    unit,
    budget,
    reference: null,
    ratio: null,
    withinBudget: value <= budget,
  };
}

/** How many times a reference is slower (`at-least`), or how much of a reference a figure takes (`at-most`). */
export function ratioFigure(
  name: string,
  plan: string | null,
  measured: { readonly value: number; readonly reference: number },
  budget: { readonly type: 'at-least' | 'at-most'; readonly ratio: number },
): BenchResult {
  const { value, reference } = measured;
  const ratio = budget.type === 'at-least' ? reference / value : value / reference;
  const withinBudget = budget.type === 'at-least' ? ratio >= budget.ratio : ratio <= budget.ratio;
  return {
    name,
    plan,
    value: round(value),
    unit: 'ms',
    budget: budget.ratio,
    reference: round(reference),
    ratio: round(ratio),
    withinBudget,
  };
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

/** One row of the table: what was measured, beside what it is measured by. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it is compared with in the same run; empty for an absolute budget. */
  readonly beside: string;
  readonly budget: string;
  /** Null where there is no budget. */
  readonly within: boolean | null;
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 50);
}

/** The figure below which `percent` of all figures lie. */
export function percentile(figures: readonly number[], percent: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const place = Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1);
  return sorted[Math.max(0, place)] ?? NaN;
}

/** A row whose budget is a multiple of the other figure. */
export function ratioRow(
  what: string,
  { measured, beside, unit, most }: { measured: number; beside: number; unit: string; most: number },
): Row {
  const ratio = measured / beside;
  return {
    what,
    measured: `${format(measured)} ${unit}`,
    beside: `${format(beside)} ${unit}, ratio ${ratio.toFixed(2)}`,
    budget: `≤ ${most} ×`,
    within: ratio <= most,
  };
}

/** A row whose budget is a figure of its own. */
export function plainRow(
  what: string,
  {
    measured,
    beside = '',
    unit,
    most,
  }: { measured: number; beside?: string; unit: string; most: number | null },
): Row {
  return {
    what,
    measured: `${format(measured)} ${unit}`,
    beside,
    budget: most === null ? 'reported' : `≤ ${most} ${unit}`,
    within: most === null ? null : measured <= most,
  };
}

const format = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : figure.toFixed(1));

/** The rows as a table in Markdown. */
export function table(rows: readonly Row[]): string {
  const head = ['what', 'measured', 'beside, in the same run', 'budget', 'within'];
  const lines = rows.map(({ what, measured, beside, budget, within }) => [
    what,
    measured,
    beside,
    budget,
    within === null ? '' : within ? 'yes' : 'NO',
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

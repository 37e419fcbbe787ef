/** What a part of the benchmark hands back, and how it is printed. */
import type { Spread } from './interleaved.ts';

/** Longest time, lowest throughput: what a ratio is held against. */
export interface Target {
  readonly kind: 'at most' | 'at least';
  readonly value: number;
}

export interface Measurement {
  readonly name: string;
  /** E.g. "1240 ms / 1130 ms". */
  readonly detail: string;
  /** Absent where the figure is only to be known. */
  readonly target?: Target;
  readonly ratio: Spread;
}

function verdict({ target, ratio }: Measurement): string {
  if (!target) return '–';
  const isMet = target.kind === 'at most' ? ratio.median <= target.value : ratio.median >= target.value;
  return isMet ? 'met' : 'MISSED';
}

export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map((one) => [
    one.name,
    one.detail,
    one.target ? `${one.target.kind} ${one.target.value.toFixed(2)}` : '–',
    one.ratio.median.toFixed(3),
    `${one.ratio.low.toFixed(2)}–${one.ratio.high.toFixed(2)}`,
    verdict(one),
  ]);
  return columns([['what', 'ours / floor', 'target', 'ratio', 'quartiles', 'verdict'], ...rows]);
}

export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What a quotient is counted on: percent on a hundred, subscribers per 100 people on 100. */
import type { Indicator } from './definition.ts';

/** 100 for what is in percent, the stated `per` of another ratio ("thuê bao/100 dân"), else 1. */
export function factorOf({ unit, per }: Pick<Indicator, 'unit' | 'per'>): number {
  return unit === '%' ? 100 : (per ?? 1);
}

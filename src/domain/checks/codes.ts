/** What a declared check is about. */
import type { Check } from '../definition.ts';

/** The indicators that a declared check looks at. */
export function codesOf(check: Check): readonly string[] {
  switch (check.kind) {
    case 'parts':
      return [check.whole, ...check.parts];
    case 'at-most':
      return [check.part, check.whole];
    case 'ladder':
      return [check.indicator];
    case 'band':
      return [check.numerator, check.denominator];
    case 'list-length':
      return [check.count];
    case 'two-sources':
      return [check.primary, check.other];
    case 'nested':
    case 'steady-base':
    case 'same':
      return check.indicators;
  }
}

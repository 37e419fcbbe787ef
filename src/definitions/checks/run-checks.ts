/** All rules on the references within a definition. */
import type { Definition } from '../../domain/definition.ts';
import type { Problem } from '../problem.ts';
import { checkContext, type Origins, type Rule } from './check-context.ts';

const RULES: readonly Rule[] = [];

/** Every problem that the rules find, in no order. */
export function runChecks(definition: Definition, origins: Origins): readonly Problem[] {
  const context = checkContext(definition, origins);
  return RULES.flatMap((rule) => [...rule(context)]);
}

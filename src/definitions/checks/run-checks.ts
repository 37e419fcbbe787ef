/** All rules on the references within a definition. */
import type { Definition } from '../../domain/definition.ts';
import type { Problem } from '../problem.ts';
import * as annexRules from './annex-checks.ts';
import { checkContext, type Origins, type Rule } from './check-context.ts';
import * as checkRules from './declared-checks.ts';
import * as formRules from './form-checks.ts';
import {
  countedRows,
  cycles,
  indicatorReferences,
  limits,
  ratiosOfNumbers,
  sumsOfLike,
  waysOfDeriving,
} from './indicator-references.ts';
import * as settingRules from './indicator-settings.ts';
import * as outlineRules from './outline-checks.ts';
import * as reportRules from './report-checks.ts';
import * as sharedRules from './shared-checks.ts';
import { textLanguage, textsInTime } from './text-checks.ts';

const RULES: readonly Rule[] = [
  sharedRules.entities,
  sharedRules.entityNames,
  sharedRules.rosters,
  sharedRules.calendar,
  reportRules.reportId,
  reportRules.windows,
  reportRules.schedule,
  reportRules.blocksOfBodies,
  outlineRules.outline,
  outlineRules.overrides,
  outlineRules.unusedTexts,
  outlineRules.undrawnTables,
  outlineRules.validities,
  indicatorReferences,
  countedRows,
  waysOfDeriving,
  limits,
  sumsOfLike,
  ratiosOfNumbers,
  cycles,
  settingRules.statusClasses,
  settingRules.settingsFitNature,
  settingRules.ranks,
  settingRules.targetYears,
  settingRules.askedOrDerived,
  settingRules.livesOfParts,
  settingRules.oneAnswerIsPrinted,
  formRules.formOwners,
  formRules.fieldIds,
  formRules.fieldKinds,
  formRules.controls,
  formRules.tables,
  checkRules.checkIds,
  checkRules.checkedIndicators,
  checkRules.checksFitNatures,
  checkRules.checkedScopes,
  annexRules.annexIds,
  annexRules.bodiesAnnexes,
  annexRules.comparisonAnnexes,
  annexRules.charts,
  textLanguage,
  textsInTime,
];

/** Every problem that the rules find, in no order. */
export function runChecks(definition: Definition, origins: Origins): readonly Problem[] {
  const context = checkContext(definition, origins);
  return RULES.flatMap((rule) => [...rule(context)]);
}

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
import { knownKinds, nestedTogether, nestedWindows } from './nesting-checks.ts';
import * as outlineRules from './outline-checks.ts';
import * as reportRules from './report-checks.ts';
import * as sharedRules from './shared-checks.ts';
import { breaks, continuations } from './series-checks.ts';
import { bodyColumns, rowsOfBodies, tolerances } from './source-checks.ts';
import { standingIndicators, standingTables } from './standing-checks.ts';
import * as splitRules from './split-checks.ts';
import { textLanguage, textsInTime } from './text-checks.ts';

const RULES: readonly Rule[] = [
  sharedRules.entities,
  sharedRules.entityNames,
  sharedRules.rosters,
  sharedRules.calendar,
  reportRules.reportId,
  reportRules.windows,
  reportRules.schedule,
  reportRules.issuerChanges,
  reportRules.blocksOfBodies,
  outlineRules.outline,
  outlineRules.overrides,
  outlineRules.unusedTexts,
  outlineRules.undrawnTables,
  outlineRules.validities,
  knownKinds,
  nestedWindows,
  nestedTogether,
  indicatorReferences,
  countedRows,
  waysOfDeriving,
  limits,
  sumsOfLike,
  ratiosOfNumbers,
  cycles,
  breaks,
  continuations,
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
  bodyColumns,
  rowsOfBodies,
  tolerances,
  standingIndicators,
  standingTables,
  checkRules.checkIds,
  checkRules.checkedIndicators,
  checkRules.checksFitNatures,
  checkRules.checkedScopes,
  annexRules.annexIds,
  annexRules.bodiesAnnexes,
  annexRules.comparisonAnnexes,
  annexRules.rowsAnnexes,
  annexRules.charts,
  splitRules.splitBodies,
  splitRules.splitWeights,
  splitRules.splitIndicators,
  textLanguage,
  textsInTime,
];

/** Every problem that the rules find, in no order. */
export function runChecks(definition: Definition, origins: Origins): readonly Problem[] {
  const context = checkContext(definition, origins);
  return RULES.flatMap((rule) => [...rule(context)]);
}

/** Runs every check of a period: what is missing, what the definition declares, and what always holds. */
import type { Book } from '../aggregation/book.ts';
import type { Completeness } from '../completeness.ts';
import type { Check, Indicator } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { hasValues, isAvailable } from '../nesting.ts';
import { frequencyOf } from '../period.ts';
import { checkSame, findImpossibleShares } from './agreement.ts';
import { codesOf } from './codes.ts';
import { checkAtMost, checkLadder, checkListLength, checkParts } from './arithmetic.ts';
import { findWrongControls } from './controls.ts';
import { findFalsified } from './falsified.ts';
import { reasonGiven } from './given-reasons.ts';
import { findMissing } from './missing.ts';
import { findAskedTwice, findWindowGaps } from './nested.ts';
import { findQuotedFigures } from './quoted.ts';
import { findUnlikeShares } from './shares.ts';
import { findCorrectedOriginals } from './standing.ts';
import { checkNested, checkSteadyBase, findFallen } from './time.ts';
import { checkTwoSources, findTwoOwners } from './two-sources.ts';
import { checkBand, findOutliers, findUnchanged } from './unusual.ts';

/**
 * All findings, hard ones first, each id once; a soft finding carries the reason that was given to it.
 * @param narrated findings of the texts, e.g. a verb that contradicts its number
 */
export function runChecks(
  book: Book,
  completeness: Completeness,
  narrated: readonly Finding[] = [],
): readonly Finding[] {
  const { definition, period, justifications } = book.facts;
  const indicators = Object.values(definition.indicators).filter((indicator) =>
    hasValues(definition, indicator, period.id),
  );
  const checks = definition.checks.filter((check) =>
    codesOf(check).every((code) => isAvailable(definition, code, frequencyOf(period.id))),
  );
  const found = [
    ...findMissing(book, completeness),
    ...findWrongControls(book),
    ...checks.flatMap((check) => findingsOfCheck(book, check)),
    ...indicators.flatMap((indicator) => findingsOfIndicator(book, indicator)),
    ...findCorrectedOriginals(book),
    ...findQuotedFigures(book),
    ...findFalsified(book),
    ...findAskedTwice(book),
    ...findWindowGaps(book),
    ...narrated,
  ];
  found.push(...findUnlikeShares(book, found));
  const given = new Map(justifications.map((one) => [one.finding, one]));
  const unique = [...new Map(found.map((finding) => [finding.id, finding])).values()];
  return unique
    .map((finding) => {
      const reason = reasonGiven(finding, period.id, given);
      return reason === undefined ? finding : { ...finding, reason };
    })
    .sort((left, right) => rank(left) - rank(right));
}

/** What a declared check finds. */
export function findingsOfCheck(book: Book, check: Check): readonly Finding[] {
  return withNote(check, runDeclared(book, check));
}

/** What always holds of an indicator, and is found where it does not. */
export function findingsOfIndicator(book: Book, indicator: Indicator): readonly Finding[] {
  return [
    ...findTwoOwners(book, indicator),
    ...(declaredPart(book.facts.definition.checks, indicator) ? [] : findImpossibleShares(book, indicator)),
    ...findFallen(book, indicator),
    ...findOutliers(book, indicator),
    ...findUnchanged(book, indicator),
  ];
}

/** What stops a final: every hard finding, and every soft one without a reason. */
export function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity, reason }) => severity === 'hard' || reason === undefined);
}

function runDeclared(book: Book, check: Check): readonly Finding[] {
  switch (check.kind) {
    case 'parts':
      return checkParts(book, check);
    case 'at-most':
      return checkAtMost(book, check);
    case 'ladder':
      return checkLadder(book, check);
    case 'nested':
      return checkNested(book, check);
    case 'band':
      return checkBand(book, check);
    case 'list-length':
      return checkListLength(book, check);
    case 'steady-base':
      return checkSteadyBase(book, check);
    case 'same':
      return checkSame(book, check);
    case 'two-sources':
      return checkTwoSources(book, check);
  }
}

/** What the author wants a person to know stands at the end of the sentence. */
function withNote({ note }: Check, findings: readonly Finding[]): readonly Finding[] {
  if (note === undefined) return findings;
  return findings.map((finding) => ({ ...finding, message: `${finding.message} Lưu ý: ${note}` }));
}

/** True when a declared check already holds the ratio's numerator below its denominator: one slip, one finding. */
function declaredPart(checks: readonly Check[], { numerator, denominator }: Indicator): boolean {
  return checks.some(
    (check) => check.kind === 'at-most' && check.part === numerator && check.whole === denominator,
  );
}

function rank({ severity, reason }: Finding): number {
  if (severity === 'hard') return 0;
  return reason === undefined ? 1 : 2;
}

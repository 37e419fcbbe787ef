/**
 * The language of the texts: every helper, what it takes and what it prints. The definition check reads this table to
 * name a wrong argument by file and line, and docs/authoring.md is generated from it.
 */
import { CHANGES } from './signatures/changes.ts';
import { COUNTS } from './signatures/counts.ts';
import { FIGURES } from './signatures/figures.ts';
import { PORTIONS } from './signatures/portions.ts';
import { ROWS } from './signatures/rows.ts';
import type { HelperSignature } from './signatures/signature.ts';
import { SUBMISSIONS } from './signatures/submissions.ts';
import { WORDS } from './signatures/words.ts';

export type { Argument, ArgumentKind, HelperSignature } from './signatures/signature.ts';

export const HELPERS: Readonly<Record<string, HelperSignature>> = {
  ...FIGURES,
  ...COUNTS,
  ...PORTIONS,
  ...CHANGES,
  ...ROWS,
  ...SUBMISSIONS,
  ...WORDS,
};

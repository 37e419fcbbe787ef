/** Compiling as one pure function: facts in; report model, ledger, findings and completeness out. */
import { createBook } from './aggregation/book.ts';
import { blocking, runChecks } from './checks/run-checks.ts';
import { completeness, type Completeness } from './completeness.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Ledger } from './ledger.ts';
import { buildReportModel } from './model/build.ts';
import type { EditionSettings } from './model/edition.ts';
import { buildBody } from './model/outline.ts';
import type { ReportModel } from './model/report-model.ts';
import { figureIds } from './model/runs.ts';

export interface Compilation {
  readonly model: ReportModel;
  /** Gathered when it is first asked for, which can be while the report is being printed. */
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  /** What a final is refused for; empty when it may be issued. */
  readonly refusals: readonly Finding[];
  readonly completeness: Completeness;
}

/** Compiles a period. The same facts and settings give the same result, byte for byte. */
export function compileReport(facts: Facts, edition: EditionSettings): Compilation {
  const standing = completeness(facts, edition.at);
  const book = createBook(facts, standing);
  const body = buildBody(book, standing);
  const findings = runChecks(book, standing, body.findings);
  const model = buildReportModel(book, standing, body, findings, edition);
  let ledger: Ledger | undefined;
  return {
    model,
    get ledger() {
      ledger ??= book.ledger.close(figureIds(model));
      return ledger;
    },
    findings,
    refusals: blocking(findings),
    completeness: standing,
  };
}

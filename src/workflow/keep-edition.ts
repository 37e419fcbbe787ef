/** Compiles a period into an edition of the database: checks, the gate, print. Commands and pages both issue through here. */
import { appendEdition, editionTexts, type EditionSummary } from '../db/editions.ts';
import { inTransaction } from '../db/transaction.ts';
import { compileReport, type Compilation } from '../domain/compile.ts';
import type { EditionSettings } from '../domain/model/edition.ts';
import type { Browser } from '../render/browser.ts';
import { inTurn } from './in-turn.ts';
import { printCompilation } from './print-compilation.ts';
import { readFacts, type PinnedFacts } from './read-facts.ts';
import { actOf, vietnamTime, type Workplace } from './workplace.ts';

export interface EditionOptions<T> {
  readonly draft: boolean;
  /** Time of the edition; default now, and the time of publishing for a sample. */
  readonly at?: string | undefined;
  readonly onProgress: (line: string) => void;
  /** Called when the period is known, before anything is compiled: throws when its outcome could not be kept. */
  readonly prepare?: () => Promise<void>;
  /** Work on what was compiled, done while the browser prints. */
  readonly meanwhile: (compilation: Compilation) => T;
}

export type KeptEdition<T> =
  | {
      readonly issued: true;
      readonly edition: EditionSummary;
      readonly compilation: Compilation;
      readonly html: string;
      readonly pdf: Uint8Array;
      /** What `meanwhile` gave. */
      readonly done: T;
    }
  /** A final with findings left: nothing is printed or kept. */
  | { readonly issued: false; readonly compilation: Compilation };

/** @throws WorkflowProblem, DatabaseProblem or RenderError, each with a sentence for the person who asked. */
export async function keepEdition<T>(
  workplace: Workplace,
  openBrowser: () => Promise<Browser>,
  report: string,
  period: string,
  { draft, at, onProgress, prepare, meanwhile }: EditionOptions<T>,
): Promise<KeptEdition<T>> {
  onProgress('Đang tổng hợp và kiểm tra số liệu …');
  // It starts in a process of its own while the figures are read; a refused report never asks whether it could.
  const starting = openBrowser();
  starting.catch(() => undefined);
  const pinnedFacts = await readFacts(workplace, report, period);
  await prepare?.();
  const { pinned, facts } = pinnedFacts;
  const settings = editionSettings(pinnedFacts, draft, at ?? editionTime(workplace, pinnedFacts));
  const { compilation, printed } = await inTurn(async (handOver) => {
    const compiled = compileReport(facts, settings);
    if (!draft && compiled.refusals.length > 0) return { compilation: compiled };
    onProgress('Đang in báo cáo ra PDF …');
    // A draft is a quick preview: its structure tree is a quarter of the time and most of the bytes.
    const print = { at: settings.at, tagged: !draft };
    const prepared = await printCompilation(starting, compiled, print, handOver, () => {
      // Definitions are kept under their hashes.
      const { definition: _definition, parts: periods, ...own } = facts;
      const inputs = periods ? { ...own, parts: periods.map(({ definition: _its, ...part }) => part) } : own;
      const parts = { ...compiled, inputs, ledger: compiled.ledger };
      return { parts, texts: editionTexts(parts), done: meanwhile(compiled) };
    });
    return { compilation: compiled, printed: prepared };
  });
  if (!printed) return { issued: false, compilation };
  const { html, pdf } = printed;
  const { parts, texts, done } = printed.done;
  const { browserVersion, fontsVersion } = await starting;
  const { inputs, model, ledger, findings } = parts;
  const edition = await inTransaction(workplace.db, (trx) =>
    appendEdition(
      trx,
      {
        report,
        period,
        kind: settings.kind,
        at: settings.at,
        definitionHash: pinned.hash,
        inputs,
        model,
        ledger,
        findings,
        html,
        pdf,
        engine: { browser: browserVersion, fonts: fontsVersion },
      },
      actOf(workplace),
      texts,
    ),
  );
  return { issued: true, edition, compilation, html, pdf, done };
}

/** The time that an edition is made of when nobody says otherwise: a sample's is that of its publishing. */
export function editionTime({ now }: Pick<Workplace, 'now'>, { pinned: { settings } }: PinnedFacts): string {
  return settings.illustrative ? settings.publish : now();
}

/** What the pinned period decides of its edition. */
export function editionSettings(
  { pinned: { settings } }: PinnedFacts,
  draft: boolean,
  at: string,
): EditionSettings {
  const { number, date, signer } = settings.document;
  return {
    kind: draft ? 'draft' : 'final',
    at,
    illustrative: settings.illustrative,
    document: {
      date: date ?? vietnamTime(new Date(at)).slice(0, 10),
      ...(number === undefined ? {} : { number }),
      ...(signer === undefined ? {} : { signer }),
    },
  };
}

/**
 * What corrections do to a published edition. It is compiled twice from its own frozen facts, as they were and with
 * the corrections, by the same program: every difference is the corrections' own. The edition itself stays as it is.
 */
import { compileReport, type Compilation } from '../compile.ts';
import type { Facts } from '../facts.ts';
import type { EditionSettings } from '../model/edition.ts';
import type { ReportModel, Runs } from '../model/report-model.ts';
import { monthsOf } from '../period.ts';
import { correctedFacts } from './corrected-facts.ts';
import type { Correction, EditionEffect, PrintedChange } from './correction.ts';
import { causesIn, type Causes } from './causes.ts';
import { labelOf, type Labelled } from './label-of-figure.ts';
import { placesOf, type PrintedPlaces, type PrintedText } from './printed-places.ts';
import { textOf, wordsOf } from './sentences.ts';

/** A final as it was issued: its frozen facts, and what it prints. */
export interface PublishedReport {
  readonly number: number;
  readonly at: string;
  readonly facts: Facts;
  readonly model: ReportModel;
}

/**
 * The effect of some corrections on an edition that was compiled without them.
 * @param told the corrections whose effect is asked for
 * @param all with those that other reports have told of: what is read now has all of them in it
 */
export function effectOn(
  published: PublishedReport,
  told: readonly Correction[],
  all: readonly Correction[] = told,
): EditionEffect {
  const { facts, number, at, model } = published;
  const { id: period } = facts.period;
  const known = new Set(facts.corrections?.map(({ id }) => id));
  const ids = new Set(told.map(({ id }) => id));
  const unknown = all.filter(
    ({ id, period: of }) => !known.has(id) && monthsOf(of)[1] <= monthsOf(period)[1],
  );
  const settings: EditionSettings = {
    kind: 'final',
    at,
    illustrative: model.illustrative,
    document: { date: at.slice(0, 10) },
  };
  const before = compileReport(
    correctedFacts(
      facts,
      unknown.filter(({ id }) => !ids.has(id)),
    ),
    settings,
  );
  const after = compileReport(correctedFacts(facts, unknown), settings);
  const { annexes } = facts.definition;
  const comparison = {
    printed: placesOf(model, annexes),
    old: placesOf(before.model, annexes),
    now: placesOf(after.model, annexes),
  };
  const report = { ledger: before.ledger, definition: facts.definition };
  const by = causesIn([before.ledger, after.ledger], told);
  const texts = textChanges(comparison, report, by);
  return {
    period,
    number,
    figures: [...texts.figures, ...cellChanges(comparison, by)],
    sentences: texts.sentences,
    contradictions: contradictionsOf(before, after),
  };
}

/** The places of an edition on paper, as compiled without and with the corrections. */
interface Comparison {
  readonly printed: PrintedPlaces;
  readonly old: PrintedPlaces;
  readonly now: PrintedPlaces;
}

interface TextChanges {
  readonly figures: readonly PrintedChange[];
  readonly sentences: readonly PrintedChange[];
}

function textChanges({ printed, old, now }: Comparison, report: Labelled, by: Causes): TextChanges {
  const figures: PrintedChange[] = [];
  const sentences: PrintedChange[] = [];
  for (const [id, text] of old.texts) {
    const { where } = text;
    const paper = printed.texts.get(id)?.sentences ?? [];
    for (const [place, before, after] of pairs(text, now.texts.get(id))) {
      const reads = textOf(after);
      if (textOf(before) === reads) continue;
      const said = (paper.length === text.sentences.length ? paper[place - 1] : undefined) ?? before;
      const change = {
        place: `${id}${place}`,
        where,
        what: '',
        printed: textOf(said),
        now: reads,
        by: by(before, after),
      };
      if (change.printed === reads) continue;
      // A sentence that an earlier correction made false was a finding then.
      if (wordsOf(textOf(before)) !== wordsOf(reads)) sentences.push(change);
      else figures.push(...numberChanges(change, { said, before, after }, report, by));
    }
  }
  return { figures, sentences };
}

/** Sentences side by side: by their place, or, where there are more or fewer of them, by their words. */
function pairs(
  { sentences }: PrintedText,
  other: PrintedText | undefined,
): readonly (readonly [place: number, before: Runs, after: Runs])[] {
  const now = other?.sentences ?? [];
  if (now.length === sentences.length)
    return sentences.map((sentence, index) => [index + 1, sentence, now[index] ?? []]);
  const left = [...now];
  return sentences.map((sentence, index) => {
    const words = wordsOf(textOf(sentence));
    const found = left.findIndex((candidate) => wordsOf(textOf(candidate)) === words);
    return [index + 1, sentence, found < 0 ? [] : (left.splice(found, 1)[0] ?? [])];
  });
}

/** Number by number where the sentences are made of the same runs; else the sentence as a whole. */
function numberChanges(
  change: PrintedChange,
  { said, before, after }: Readonly<Record<'said' | 'before' | 'after', Runs>>,
  report: Labelled,
  by: Causes,
): readonly PrintedChange[] {
  const isWhole = wordsOf(textOf(said)) !== wordsOf(textOf(after));
  if (isWhole || said.length !== after.length || before.length !== after.length) return [change];
  return before.flatMap((run, index) => {
    const [paper, now] = [said[index]?.text ?? '', after[index]?.text ?? ''];
    if (paper === now || run.text === now) return [];
    const what = 'ledger' in run && run.ledger !== undefined ? labelOf(report, run.ledger) : '';
    const place = `${change.place}/${index + 1}`;
    const causes = by([run], after.slice(index, index + 1));
    return [{ ...change, place, what, printed: paper.trim(), now: now.trim(), by: causes }];
  });
}

/** Cells whose text changes; the old one is what stands on paper. */
function cellChanges({ printed, old, now }: Comparison, by: Causes): readonly PrintedChange[] {
  return [...old.cells].flatMap(([place, { where, what, text, runs }]) => {
    const after = now.cells.get(place);
    const other = after?.text ?? '';
    const paper = printed.cells.get(place)?.text ?? text;
    if (other === text || other === paper) return [];
    return [{ place, where, what, printed: paper, now: other, by: by(runs, after?.runs ?? []) }];
  });
}

/** Hard findings that the edition's own checks make of the corrected values, and did not make before. */
function contradictionsOf(before: Compilation, after: Compilation): EditionEffect['contradictions'] {
  const known = new Set(before.findings.map(({ id }) => id));
  return after.findings
    .filter(({ id, severity }) => severity === 'hard' && !known.has(id))
    .map(({ id, statement, message }) => ({ id, statement: statement ?? message }));
}

/** Notes on data: what was corrected since the report before, and how what was published would now read. */
import type { Book } from '../../aggregation/book.ts';
import { cellInWords } from '../../corrections/cell-in-words.ts';
import { placeOfCorrection } from '../../corrections/correction-in-words.ts';
import {
  isOfRow,
  type Correction,
  type EditionEffect,
  type PrintedChange,
} from '../../corrections/correction.ts';
import { recordCorrection } from '../../corrections/record-correction.ts';
import { rowChangeInWords } from '../../corrections/row-in-words.ts';
import { showWords } from '../../narration/show.ts';
import { shortPeriodName } from '../../period.ts';
import type { Cell } from '../../submission.ts';
import type { Block, Run, Runs, TableRow } from '../report-model.ts';
import { asSentence, capitalised, rowNumber, words } from './cells.ts';

/** Stands in for the notes of a report that has none. */
export const CORRECTIONS_ANNEX = { id: 'dinh-chinh', title: 'Đính chính số liệu các kỳ trước' } as const;

/** An item for each correction that this report tells of; several are numbered, so that tables can name them. */
export function correctionItems(book: Book): readonly Runs[] {
  return toldIn(book).map((correction, index, told) => {
    const id = `correction:${correction.id}`;
    return [
      ...(told.length > 1 ? numbered(`(${index + 1}) `) : []),
      ...words(`${capitalised(placeOfCorrection(book.facts.definition, correction))}, `),
      { kind: 'date', text: shortPeriodName(correction.period) },
      ...words(': '),
      ...oldAndNew(book, correction),
      ...words('. Lý do: '),
      { kind: 'quoted', text: correction.reason, ledger: id },
    ];
  });
}

function oldAndNew(book: Book, correction: Correction): Runs {
  const { definition } = book.facts;
  const { id, from, to } = recordCorrection(book, correction);
  if (isOfRow(correction)) return [showWords(book, [id], rowChangeInWords(definition, correction))];
  const indicator = definition.indicators[correction.indicator ?? ''];
  const shown = (cell: Cell | null, leaf: string): Runs =>
    leaf === '' ? words('ô trống') : [showWords(book, [leaf], cellInWords(cell, indicator))];
  return [
    ...words('số cũ '),
    ...shown(correction.from, from),
    ...words(', số mới '),
    ...shown(correction.to, to),
  ];
}

/** Under the items: for each published edition what it prints and what that would now be. */
export function correctionTables(book: Book): readonly Block[] {
  const { news } = book.facts;
  if (!news) return [];
  return news.editions.map((edition, index) => effectBlock(book, edition, index + 1));
}

/** Items and tables, for an annex of their own; nothing when there is nothing to tell. */
export function correctionBlocks(book: Book): readonly Block[] {
  const items = correctionItems(book).map((runs, index): Block => ({
    kind: 'paragraph',
    id: `${CORRECTIONS_ANNEX.id}-${index + 1}`,
    style: 'item',
    runs: asSentence(runs),
  }));
  return [...items, ...correctionTables(book)];
}

function effectBlock(book: Book, edition: EditionEffect, place: number): Block {
  const block = `doc-lai-${place}`;
  const report: Runs = [
    { kind: 'text', text: 'Báo cáo ' },
    { kind: 'date', text: shortPeriodName(edition.period) },
  ];
  const changes = [...edition.sentences, ...edition.figures];
  const told = toldIn(book).map((correction) => correction.id);
  const several = told.length > 1;
  if (changes.length === 0)
    return {
      kind: 'paragraph',
      id: block,
      style: 'item',
      runs: [...report, ...words(' đã phát hành: các số đã in không thay đổi')],
    };
  return {
    kind: 'table',
    id: block,
    caption: [...report, ...words(' đã phát hành: những chỗ đã in nay đọc khác')],
    columns: [
      { heading: words('TT'), align: 'center', width: 5 },
      ...(several ? [{ heading: words('Đính chính'), align: 'center', width: 9 } as const] : []),
      { heading: words('Nơi in'), align: 'left', width: 27 },
      { heading: words('Số liệu'), align: 'left', width: 24 },
      { heading: words('Đã in'), align: 'left', width: 22 },
      { heading: words('Nay là'), align: 'left', width: 22 },
    ],
    rows: changes.map((change, index): TableRow => ({
      kind: 'data',
      cells: [
        rowNumber(index + 1),
        ...(several ? [numbered(change.by.map((id) => `(${told.indexOf(id) + 1})`).join(', '))] : []),
        ...effectCells(book, edition, change),
      ],
    })),
  };
}

function effectCells(
  book: Book,
  { period, number }: EditionEffect,
  { place, where, what, printed, now, by }: PrintedChange,
): readonly Runs[] {
  const name = `${period}/${number}|${place}`;
  const causes = toldIn(book).filter(({ id }) => by.includes(id));
  const was = book.ledger.add({
    id: `published:${name}`,
    kind: 'published',
    formula: 'bản phát hành đã in',
    inputs: [],
    value: printed,
    ...(what === '' ? {} : { label: what }),
  });
  const is = book.ledger.add({
    id: `restated:${name}`,
    kind: 'correction',
    formula: 'tổng hợp lại bản phát hành với số đã đính chính',
    inputs: [was, ...causes.map((correction) => recordCorrection(book, correction).id)],
    value: now,
    ...(what === '' ? {} : { label: what }),
  });
  return [words(where), words(what === '' ? 'Câu văn' : what), said(book, was, printed), said(book, is, now)];
}

function numbered(text: string): Runs {
  return [{ kind: 'numbering', text }];
}

function said(book: Book, ledger: string, text: string): Runs {
  const run: Run = showWords(book, [ledger], text === '' ? 'không in' : text);
  return [run];
}

function toldIn({ facts: { corrections = [], news } }: Book): readonly Correction[] {
  const told = new Set(news?.told);
  return corrections.filter(({ id }) => told.has(id));
}

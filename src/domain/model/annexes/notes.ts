/** Annex: what a reader must know about the data: waivers, gaps, late forms, and unusual figures with their reasons. */
import type { Book } from '../../aggregation/book.ts';
import type { Completeness } from '../../completeness.ts';
import { timeInWords } from '../../dates.ts';
import type { Finding, Place } from '../../finding.ts';
import { nameOf } from '../../narration/show.ts';
import type { Block, Paragraph, Run } from '../report-model.ts';
import { stateInWords } from '../outcomes.ts';
import { breakItems } from './breaks.ts';
import { carriedItems } from './carried.ts';
import { asSentence, capitalised, words } from './cells.ts';
import { rearrangedItems } from './rearranged.ts';
import { correctionItems, correctionTables } from './corrections.ts';

interface Note {
  readonly heading: string;
  readonly items: readonly (readonly Run[])[];
  /** Stand under the items. */
  readonly tables?: readonly Block[];
}

export function notesBlocks(
  book: Book,
  completeness: Completeness,
  findings: readonly Finding[],
  illustrative: boolean,
  printed: readonly Block[] = [],
): readonly Block[] {
  const notes = [
    { heading: 'Đơn vị được miễn nộp', items: waived(book, completeness) },
    { heading: 'Phiếu báo cáo chưa được tiếp nhận hoặc để trống', items: missing(book, completeness) },
    { heading: 'Số liệu chưa có tại thời điểm tổng hợp', items: pending(book, completeness) },
    { heading: 'Phiếu nộp trễ hạn', items: late(book, completeness) },
    { heading: 'Số liệu giữ nguyên từ kỳ trước theo xác nhận của đơn vị', items: carriedItems(book) },
    { heading: 'Số liệu khác thường đã được giải trình', items: justified(book, findings) },
    { heading: 'Số liệu không so sánh được với các kỳ trước', items: breakItems(book) },
    {
      heading: 'Đính chính số liệu các kỳ trước',
      items: correctionItems(book),
      tables: correctionTables(book),
    },
    { heading: 'Số liệu trước khi sắp xếp đơn vị', items: rearrangedItems(book, printed) },
    { heading: 'Số liệu kỳ trước', items: basis(book, illustrative) },
  ].filter(({ items }) => items.length > 0);
  return notes.flatMap((note, index) => noteBlocks(note, index + 1));
}

function noteBlocks({ heading, items, tables = [] }: Note, place: number): readonly Block[] {
  const id = `chat-luong-${place}`;
  return [
    {
      kind: 'heading',
      id,
      level: 2,
      number: [{ kind: 'numbering', text: `${place}.` }],
      text: words(heading),
    },
    ...items.map((runs, index): Paragraph => ({
      kind: 'paragraph',
      id: `${id}-${index + 1}`,
      style: 'item',
      runs: asSentence(runs),
    })),
    ...tables,
  ];
}

function waived(book: Book, { forms }: Completeness): Note['items'] {
  return forms
    .filter(({ state }) => state === 'waived')
    .map(({ entity, form, reason = '' }) => [...who(book, entity, form), ...words(`: ${reason}`)]);
}

function missing(book: Book, { forms }: Completeness): Note['items'] {
  return forms
    .filter(({ state, empty }) => empty || (state !== 'accepted' && state !== 'waived'))
    .map((owed) => [
      ...who(book, owed.entity, owed.form),
      ...words(`: ${stateInWords(owed).toLocaleLowerCase('vi')}`),
    ]);
}

function pending(book: Book, { forms }: Completeness): Note['items'] {
  return forms.flatMap(({ entity, form, pending: fields }) =>
    fields.map((field) => {
      const cell = book.index.submission(form, entity)?.revision.cells[field];
      const reason = cell?.state === 'pending' ? cell.reason : '';
      return [...who(book, entity, form), ...words(`, ${labelOf(book, form, field)}: ${reason}`)];
    }),
  );
}

function late(book: Book, { forms }: Completeness): Note['items'] {
  return forms
    .filter(({ state, timeliness }) => state === 'accepted' && timeliness === 'late')
    .map(({ entity, form, receivedAt = '' }) => [
      ...who(book, entity, form),
      ...words(': nhận lúc '),
      { kind: 'date', text: timeInWords(receivedAt) },
    ]);
}

function justified(book: Book, findings: readonly Finding[]): Note['items'] {
  return findings
    .filter(({ reason }) => reason !== undefined)
    .map((finding) => {
      const ledger = book.ledger.add({
        id: `finding:${finding.id}`,
        kind: 'finding',
        formula: finding.check,
        inputs: finding.places
          .map((place) => placeId(place))
          .filter((id) => book.ledger.get(id) !== undefined),
        value: finding.statement ?? finding.message,
      });
      return [
        { kind: 'quoted', text: finding.statement ?? finding.message, ledger },
        { kind: 'text', text: ' Giải trình: ' },
        { kind: 'quoted', text: finding.reason ?? '', ledger },
      ];
    });
}

function basis(book: Book, illustrative: boolean): Note['items'] {
  const used = book.facts.history;
  if (used.length === 0) return [];
  const made = used.some((value) => value.basis === 'illustrative');
  const text = made
    ? 'Số liệu kỳ trước gồm số đã công bố và số minh họa; nguồn của từng số được ghi trong sổ nguồn số liệu kèm theo bản phát hành.'
    : 'Số liệu kỳ trước là số đã công bố; nguồn của từng số được ghi trong sổ nguồn số liệu kèm theo bản phát hành.';
  const split =
    'Số liệu chi tiết theo từng đơn vị trong bản này là số minh họa, không phải số liệu chính thức.';
  return illustrative ? [words(text), words(split)] : [words(text)];
}

function placeId(place: Place): string {
  if (place.kind === 'cell') return `cell:${place.revision}/${place.field}`;
  return place.kind === 'computed' ? place.ledger : '';
}

function who(book: Book, entity: string, form: string): readonly Run[] {
  return words(`${capitalised(nameOf(book, entity, 'full'))} (biểu ${form})`);
}

function labelOf(book: Book, formId: string, field: string): string {
  const form = book.facts.definition.forms.find(({ id }) => id === formId);
  return form?.sections.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.label ?? field;
}

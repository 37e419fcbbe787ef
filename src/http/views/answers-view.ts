/** A form's answers to be read, not typed: beside each what it was last month and a year ago. */
import type { EarlierAnswer } from '../../domain/collecting/earlier-answer.ts';
import type { DeskColumn, DeskField, DeskTable, FormDesk } from '../../workflow/collecting/form-desk.ts';
import { answerInWords, besideInWords, changeInWords, numberInWords, rowInWords } from './answer-words.ts';

export interface AnswersView {
  readonly previousName: string;
  readonly yearAgoName: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly AnswerRow[];
  }[];
  readonly computed: readonly { readonly label: string; readonly unit: string; readonly value: string }[];
  readonly tables: readonly TableView[];
}

export interface AnswerRow {
  readonly label: string;
  readonly unit: string;
  /** Anything but a written text. */
  readonly isShort: boolean;
  readonly answer: string;
  readonly beside: readonly string[];
  readonly previous: string;
  readonly change: string;
  readonly yearAgo: string;
  /** It differs from the revision before. */
  readonly changed: boolean;
}

export interface TableView {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly { readonly label: string; readonly text: string }[])[];
  /** What stands instead of rows. */
  readonly empty: string;
}

/** @param changed ids of the fields that differ from the revision before */
export function answersView(desk: FormDesk, changed: ReadonlySet<string>): AnswersView {
  return {
    previousName: desk.period.previous.name,
    yearAgoName: desk.period.yearAgo.name,
    sections: desk.sections.map(({ title, fields }) => ({
      title,
      rows: fields.map((field) => answerRow(field, changed.has(field.id))),
    })),
    computed: desk.computed.map(({ label, unit, value }) => ({
      label,
      unit,
      value: value === null ? 'Chưa tính được' : numberInWords(value),
    })),
    tables: desk.tables.map(tableView),
  };
}

function answerRow(field: DeskField, changed: boolean): AnswerRow {
  const { label, unit, kind, reading, input, previous, yearAgo } = field;
  const cell = reading.kind === 'cell' ? reading.cell : undefined;
  return {
    label,
    unit,
    isShort: kind !== 'text' || reading.kind === 'blank',
    answer: reading.kind === 'unread' ? (input.text ?? '') : answerInWords(cell, field),
    beside: besideInWords(cell),
    previous: earlierInWords(previous, field),
    change: changeInWords(previous?.cell, cell, field) ?? '',
    yearAgo: earlierInWords(yearAgo, field),
    changed,
  };
}

function earlierInWords(earlier: EarlierAnswer | undefined, field: DeskField): string {
  return earlier === undefined ? '–' : answerInWords(earlier.cell, field);
}

function tableView({ title, columns, rows, mark, standing }: DeskTable): TableView {
  const empty = mark === 'none' ? 'Không phát sinh.' : standing ? 'Chưa có dòng nào.' : 'Không có dòng nào.';
  return {
    title,
    head: columns.map(({ label }) => label),
    rows: rows.map(({ texts }) =>
      columns.map((column) => ({ label: column.label, text: typedInWords(texts[column.id], column) })),
    ),
    empty,
  };
}

/** Rows of a desk are as typed; only what stands for a choice has other words. */
function typedInWords(text: string | undefined, column: DeskColumn): string {
  if (text === undefined) return '';
  return column.choices.length > 0 ? (rowInWords({ [column.id]: text }, [column])[0] ?? text) : text;
}

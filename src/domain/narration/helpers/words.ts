/** Helpers for words around the figures: dates and windows, names, citations, and what bodies wrote themselves. */
import type { Answer } from '../../aggregation/answers.ts';
import type { Book } from '../../aggregation/book.ts';
import type { Lack } from '../../aggregation/measure.ts';
import { recordCell } from '../../aggregation/record-cell.ts';
import { askedBodies } from '../../aggregation/total.ts';
import { firstDayOfYear } from '../../aggregation/windows.ts';
import { lastDayOf, padMonth, shortDate } from '../../dates.ts';
import { validIn } from '../../owed.ts';
import {
  monthsOf,
  periodName as longName,
  shortPeriodName,
  windowName,
  yearToDateName,
  type Window,
} from '../../period.ts';
import { measureOf, periodOf } from '../measures.ts';
import { helper, textOption, type Narrator } from '../narrator.ts';
import { missingRun, nameOf } from '../show.ts';
import { annexName } from '../../model/numbering.ts';

type Answered = Extract<Answer, { cell: unknown }>;

export const cite = helper(({ sink }, [text = '']) => sink.emit({ kind: 'citation', text }));

export const name = helper(({ sink }, [text = '']) => sink.emit({ kind: 'name', text }));

/** A month is written "tháng 9/2024" without the word: "9/2024". */
export const date = helper(({ sink }, [day = '']) => {
  const [inYear = '', month = '', rest] = day.split('-');
  const monthAndYear = month === '' ? inYear : `${padMonth(Number(month))}/${inYear}`;
  return sink.emit({ kind: 'date', text: rest === undefined ? monthAndYear : shortDate(day) });
});

export const periodName = helper((narrator, _positional, options) => {
  const period = periodOf(narrator, options);
  const style = textOption(options, 'style') ?? 'long';
  const words = { long: longName, short: shortPeriodName, ytd: yearToDateName }[style] ?? longName;
  return narrator.sink.emit({ kind: 'date', text: words(period) });
});

export const year = helper((narrator, _positional, options) => {
  const [, last] = monthsOf(periodOf(narrator, options));
  return narrator.sink.emit({ kind: 'date', text: last.slice(0, 4) });
});

export const window = helper((narrator, [id = ''], options) => {
  const days = windowNamed(narrator, id);
  const style = textOption(options, 'style') ?? 'range';
  const { book } = narrator;
  const newYear = style === 'ytd' ? firstDayOfYear(book, id, book.facts.period.id) : undefined;
  const from = newYear ?? days.from;
  const text = style === 'end' ? `ngày ${shortDate(days.to)}` : windowName({ from, to: days.to });
  return narrator.sink.emit({ kind: 'date', text });
});

export const asOf = helper((narrator, [code = ''], options) => {
  const { asOf: day } = narrator.book.value(measureOf(narrator, code, options));
  const month = day.slice(0, 7);
  const whole = Number(day.slice(8)) === lastDayOf(month);
  const text =
    textOption(options, 'style') === 'month' && whole
      ? `hết tháng ${padMonth(Number(month.slice(5)))}/${month.slice(0, 4)}`
      : `ngày ${shortDate(day)}`;
  return narrator.sink.emit({ kind: 'date', text });
});

export const since = helper(({ book, sink }, [code = '']) => {
  const { since: day } = book.indicator(code);
  return sink.emit(
    day === undefined
      ? { kind: 'missing', text: '[chưa có mốc tính lũy kế]' }
      : { kind: 'date', text: `ngày ${shortDate(day)}` },
  );
});

/** By the annexes that the period has; the model leaves out those with nothing in them, and numbers anew. */
export const annex = helper(({ book, sink }, [id = '']) => {
  const { definition, period } = book.facts;
  const valid = definition.annexes.filter((one) => validIn(one, period.id));
  const place = valid.findIndex((one) => one.id === id);
  return sink.emit({ kind: 'numbering', text: annexName(place, valid.length), annex: id });
});

export const body = helper(({ book, sink }, [id = '']) => {
  const form = book.facts.definition.forms.find((candidate) => candidate.id === id);
  return sink.emit({ kind: 'name', text: nameOf(book, form?.body ?? id, 'full') });
});

/** One body's words as they are; several bodies' each after the body's name. */
export const narrative = helper(({ book, sink }, [code = ''], options) => {
  const { among, said, lacking } = wordsOf(book, code, textOption(options, 'of') ?? '');
  const indicator = book.indicator(code);
  const parts = said.map(({ answer, text }) => {
    const words = sink.emit({ kind: 'quoted', text, ledger: recordCell(book, answer, indicator) });
    if (among.length === 1) return words;
    return `${sink.emit({ kind: 'name', text: nameOf(book, answer.revision.entity, 'full') })}: ${words}`;
  });
  const waiting = lacking.filter(
    ({ why }) => why === 'not-submitted' || why === 'not-accepted' || why === 'blank',
  );
  const mark = waiting.length > 0 ? ` ${sink.emit(missingRun(book, { lacking: waiting, indicator }))}` : '';
  return `${parts.join('\n- ')}${mark}`;
});

/** What the bodies of a scope that are asked for a text wrote, and who has not answered. */
export function wordsOf(
  book: Book,
  code: string,
  scope: string,
): {
  readonly among: readonly string[];
  readonly said: readonly { readonly answer: Answered; readonly text: string }[];
  readonly lacking: readonly Lack[];
} {
  const { bodies: among, lacking: undecided } = askedBodies(book, code, scope);
  const answers = among.map((entity) => ({ entity, answer: book.index.answer(code, entity) }));
  return {
    among,
    said: answers.flatMap(({ answer }) =>
      'cell' in answer && answer.cell.state === 'value' ? [{ answer, text: answer.cell.value }] : [],
    ),
    lacking: [
      ...undecided,
      ...answers.flatMap(({ entity, answer }) => ('lack' in answer ? [{ entity, why: answer.lack }] : [])),
    ],
  };
}

function windowNamed({ book }: Narrator, id: string): Window {
  const days = book.facts.period.windows[id];
  if (!days) throw new RangeError(`window ${id} does not exist`);
  return days;
}

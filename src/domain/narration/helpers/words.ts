/** Helpers for words around the figures: dates and windows, names, citations, and what bodies wrote themselves. */
import { longDate, padMonth, shortDate } from '../../dates.ts';
import {
  monthsOf,
  periodName as longName,
  shortPeriodName,
  windowName,
  yearToDateName,
  type Window,
} from '../../period.ts';
import { lastDayOf } from '../../dates.ts';
import { bodiesOf } from '../../aggregation/scope.ts';
import { recordCell } from '../../aggregation/total.ts';
import type { Run } from '../../model/report-model.ts';
import { measureOf, periodOf } from '../measures.ts';
import { helper, textOption, type Narrator } from '../narrator.ts';
import { missingRun, nameOf } from '../show.ts';

export const cite = helper(({ sink }, [text = '']) => sink.emit({ kind: 'citation', text }));

export const name = helper(({ sink }, [text = '']) => sink.emit({ kind: 'name', text }));

/** A month is written "tháng 9/2024" without the word: "9/2024". */
export const date = helper(({ sink }, [day = '']) => {
  const text = day.length === 7 ? `${padMonth(Number(day.slice(5)))}/${day.slice(0, 4)}` : shortDate(day);
  return sink.emit({ kind: 'date', text });
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
  const from = style === 'ytd' ? `${days.to.slice(0, 4)}-01-01` : days.from;
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

export const body = helper(({ book, sink }, [id = '']) => {
  const form = book.facts.definition.forms.find((candidate) => candidate.id === id);
  return sink.emit({ kind: 'name', text: nameOf(book, form?.body ?? id, 'full') });
});

/** One body's words as they are; several bodies' each after the body's name. */
export const narrative = helper(({ book, sink }, [code = ''], options) => {
  const scope = textOption(options, 'of') ?? '';
  const asked = [...book.index.asked(code)];
  const among =
    scope === ''
      ? asked
      : bodiesOf(scope, book.facts, book.index).bodies.filter((entity) => asked.includes(entity));
  const indicator = book.indicator(code);
  const parts: string[] = [];
  const lacking = [];
  for (const entity of among) {
    const answer = book.index.answer(code, entity);
    if ('lack' in answer) lacking.push({ entity, why: answer.lack });
    else if (answer.cell.state === 'value') {
      const said: Run = {
        kind: 'quoted',
        text: answer.cell.value,
        ledger: recordCell(book, answer, indicator),
      };
      const words = sink.emit(said);
      parts.push(
        among.length > 1
          ? `${sink.emit({ kind: 'name', text: nameOf(book, entity, 'full') })}: ${words}`
          : words,
      );
    }
  }
  const waiting = lacking.filter(
    ({ why }) => why === 'not-submitted' || why === 'not-accepted' || why === 'blank',
  );
  const mark = waiting.length > 0 ? ` ${sink.emit(missingRun(book, { lacking: waiting, indicator }))}` : '';
  return `${parts.join(among.length > 1 ? '\n- ' : '; ')}${mark}`;
});

/** "Hà Nội, ngày 05 tháng 11 năm 2024". */
export function placeAndDate(place: string, day: string): string {
  return `${place}, ${longDate(day)}`;
}

function windowNamed({ book }: Narrator, id: string): Window {
  const days = book.facts.period.windows[id];
  if (!days) throw new RangeError(`window ${id} does not exist`);
  return days;
}

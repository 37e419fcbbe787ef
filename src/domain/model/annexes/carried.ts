/** Note: which values bodies confirmed instead of sending them anew, and of when they are; alike ones in one line. */
import type { Book } from '../../aggregation/book.ts';
import { recordCell } from '../../aggregation/record-cell.ts';
import { recordRow } from '../../aggregation/rows.ts';
import { shortDate, type IsoDate } from '../../dates.ts';
import type { Form } from '../../definition.ts';
import { exact } from '../../exact.ts';
import { nameOf, showNumber } from '../../narration/show.ts';
import { shortPeriodName } from '../../period.ts';
import { carriedAnswers, type CarriedAnswer } from '../../standing/carried-answers.ts';
import type { Run, Runs } from '../report-model.ts';
import { words } from './cells.ts';

/** Bodies named one by one; more of them are only counted. */
const NAMED = 3;

/** How many values there are in all, then a line for the fields of a form that the same bodies carried from the same periods. */
export function carriedItems(book: Book): readonly Runs[] {
  const all = carriedAnswers(book.facts);
  if (all.length === 0) return [];
  const bodies = new Set(all.map(({ revision }) => revision.entity));
  const summary = [
    countRun(book, 'all', all.length, all),
    ...words(' số liệu của '),
    countRun(book, 'bodies', bodies.size, all),
    ...words(' đơn vị được giữ nguyên từ kỳ trước; ngày của số liệu là ngày của số gốc'),
  ];
  return [
    summary,
    ...book.facts.definition.forms.flatMap((form) =>
      linesOf(
        book,
        form,
        all.filter(({ revision }) => revision.form === form.id),
      ),
    ),
  ];
}

function linesOf(book: Book, form: Form, answers: readonly CarriedAnswer[]): readonly Runs[] {
  const lines = new Map<string, CarriedAnswer[][]>();
  for (const { id } of placesOf(form)) {
    const own = answers.filter((answer) => answer.id === id);
    if (own.length === 0) continue;
    const key = own
      .map(({ revision, carried }) => `${revision.entity}@${carried.from}@${carried.asOf}`)
      .join();
    lines.set(key, [...(lines.get(key) ?? []), own]);
  }
  return [...lines.values()].map((alike): Runs => {
    const labels = alike.map(
      ([first]) => `“${placesOf(form).find(({ id }) => id === first?.id)?.label ?? ''}”`,
    );
    return [...words(`Biểu ${form.id}, ${labels.join(', ')}: `), ...periodsOf(book, form, alike)];
  });
}

/** "03 đơn vị (A, B, C) giữ số liệu tháng 9/2024 (tính đến ngày 30/9/2024); 60 đơn vị giữ …", the latest period first. */
function periodsOf(book: Book, form: Form, alike: readonly (readonly CarriedAnswer[])[]): Runs {
  const all = alike.flat();
  const periods = [...new Set(all.map(({ carried }) => carried.from))].sort().reverse();
  return periods.flatMap((from, index): Runs => {
    const own = all.filter(({ carried }) => carried.from === from);
    const bodies = [...new Set(own.map(({ revision }) => revision.entity))];
    const days = own.map(({ carried }) => carried.asOf).sort();
    const named = bodies.length <= NAMED ? ` (${bodies.map((body) => nameOf(book, body)).join(', ')})` : '';
    const id = `${form.id}/${alike[0]?.[0]?.id ?? ''}/${from}`;
    return [
      ...(index === 0 ? [] : words('; ')),
      countRun(book, id, bodies.length, own),
      ...words(` đơn vị${named} giữ số liệu `),
      { kind: 'date', text: shortPeriodName(from) },
      ...daysInWords(days[0] ?? '', days.at(-1) ?? ''),
    ];
  });
}

/** " (tính đến ngày 30/9/2024)", or the first and the last of several days. */
function daysInWords(first: IsoDate, last: IsoDate): Runs {
  const until: Runs = first === last ? [] : [...words(' đến ngày '), dayRun(last)];
  return [
    ...words(first === last ? ' (tính đến ngày ' : ' (tính đến các ngày từ '),
    dayRun(first),
    ...until,
    ...words(')'),
  ];
}

function dayRun(day: IsoDate): Run {
  return { kind: 'date', text: shortDate(day) };
}

function placesOf({ sections, tables }: Form): readonly { readonly id: string; readonly label: string }[] {
  return [
    ...sections.flatMap(({ fields }) => fields),
    ...tables.map(({ id, title }) => ({ id, label: title })),
  ];
}

/** The run of a number, with every answer that it counts below it. */
function countRun(book: Book, id: string, value: number, answers: readonly CarriedAnswer[]): Run {
  const ledger = book.ledger.add({
    id: `carried:${id}`,
    kind: 'count',
    formula: 'đếm số liệu giữ nguyên từ kỳ trước',
    inputs: answers.flatMap((answer) => record(book, answer)),
    value: String(value),
  });
  return showNumber(book, ledger, exact(String(value)), {});
}

function record(book: Book, { revision, id, kind }: CarriedAnswer): readonly string[] {
  const { form, entity } = revision;
  if (kind === 'table')
    return (revision.tables[id] ?? []).map((row, index) =>
      recordRow(book, { row, number: index + 1, entity, form, revision }, id),
    );
  const { definition } = book.facts;
  const field = definition.forms
    .find((one) => one.id === form)
    ?.sections.flatMap(({ fields }) => fields)
    .find((one) => one.id === id);
  const indicator = definition.indicators[field?.indicator ?? ''];
  const answer = indicator && book.index.answers(indicator.code, entity).find((one) => one.form === form);
  return answer && 'cell' in answer ? [recordCell(book, answer, indicator)] : [];
}

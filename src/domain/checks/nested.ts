/**
 * A period beside the shorter ones that make it up: what both were asked agrees, and their windows cover the same days.
 */
import { bodiesThen } from '../aggregation/bodies-then.ts';
import type { Book } from '../aggregation/book.ts';
import type { Form, Indicator } from '../definition.ts';
import { addDays, shortDate } from '../dates.ts';
import { canonical, exact, sum } from '../exact.ts';
import type { EarlierFigure } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { followsFromParts } from '../nesting.ts';
import { validIn } from '../owed.ts';
import {
  endingWith,
  frequencyOf,
  shortPeriodName,
  tilingsOf,
  type PeriodId,
  type Window,
} from '../period.ts';
import { amount, type Answered } from './describe.ts';
import { hard, soft } from './found.ts';
import { cellSource, sourcesOf } from './sources.ts';

const KINDS = {
  month: 'tháng',
  quarter: 'quý',
  half: 'sáu tháng',
  'nine-months': 'chín tháng',
  year: 'năm',
} as const;

/**
 * A flow that a period asks although its months have it is their sum; a stock is what the last month says of the same
 * day. Looked at for each body, with what bodies that it took over reported.
 */
export function findAskedTwice(book: Book): readonly Finding[] {
  const { definition, period } = book.facts;
  if (tilingsOf(period.id).length === 0) return [];
  return Object.values(definition.indicators)
    .filter((indicator) => followsFromParts(indicator) && validIn(indicator, period.id))
    .flatMap((indicator) =>
      book.index
        .askedBy(indicator.code)
        .flatMap(({ form, bodies }) => bodies.flatMap((entity) => askedTwice(book, indicator, form, entity))),
    );
}

function askedTwice(book: Book, indicator: Indicator, form: Form, entity: string): readonly Finding[] {
  const answer = book.index
    .answers(indicator.code, entity)
    .find((one): one is Answered => 'cell' in one && one.form === form.id);
  if (!answer || answer.cell.state === 'pending' || answer.cell.state === 'not-applicable') return [];
  const own = exact(answer.cell.state === 'value' ? answer.cell.value : '0');
  // An owner speaks for all that were asked, whoever the owner was then.
  const scope = form.body === undefined ? entity : '';
  const pieces = indicator.nature === 'flow' ? tilingsOf(book.facts.period.id) : [lastDays(book, answer)];
  for (const periods of pieces) {
    const figures = figuresOf(book, indicator, scope, periods);
    if (!figures || sum(figures.map(({ value }) => value)).equals(own)) continue;
    const [one, other] = [
      cellSource(book, answer),
      sourcesOf(book, recordSum(book, indicator, answer, figures)),
    ];
    const kind = KINDS[frequencyOf(periods[0] ?? '')];
    const total = amount(sum(figures.map(({ value }) => value)));
    const [last = ''] = periods;
    const beside =
      indicator.nature === 'flow'
        ? `không bằng tổng các kỳ ${kind} là ${total}`
        : `không bằng ${total} của ${shortPeriodName(last)} tại cùng thời điểm`;
    const message = `${one.text}, ${beside}: ${other.text}`;
    return [
      hard(`asked-twice:${form.id}/${entity}/${answer.field.id}`, 'asked-twice', message, [one, other]),
    ];
  }
  return [];
}

/** The shorter period that ends on the day for which a stock was answered; none when either may be of another day. */
function lastDays(book: Book, { cell, field }: Answered): readonly PeriodId[] {
  const { definition, period } = book.facts;
  if (cell.state === 'value' && cell.asOf !== undefined) return [];
  const ownDay = definition.forms.some((form) =>
    form.sections.some(({ fields }) => fields.some((one) => one.indicator === field.indicator && one.asOf)),
  );
  if (ownDay) return [];
  const known = endingWith(period.id)
    .slice(1)
    .find((id) => book.earlier.figures(field.indicator ?? '', id) !== undefined);
  return known === undefined ? [] : [known];
}

interface Weighed {
  readonly figure: EarlierFigure;
  readonly value: ReturnType<typeof exact>;
}

/** Every figure behind a scope in all of the periods; undefined when one is not in the system. */
function figuresOf(
  book: Book,
  indicator: Indicator,
  scope: string,
  periods: readonly PeriodId[],
): readonly Weighed[] | undefined {
  const found: Weighed[] = [];
  for (const period of periods) {
    const figures = book.earlier.figures(indicator.code, period);
    const shares = figures && bodiesThen(book, indicator, scope, period)?.shares;
    if (!shares || shares.length === 0) return undefined;
    for (const { entity, weight } of shares) {
      const figure = figures.get(entity);
      if (!figure && figures.isOutside(entity)) continue;
      if (!figure) return undefined;
      found.push({ figure, value: exact(figure.value).mul(weight) });
    }
  }
  return found.length > 0 ? found : undefined;
}

function recordSum(
  book: Book,
  indicator: Indicator,
  { form, revision, field }: Answered,
  figures: readonly Weighed[],
): string {
  const inputs = figures.map(({ figure }) =>
    book.ledger.add({
      id: `cell:${figure.revision}/${figure.field}`,
      kind: 'cell',
      formula: 'ô số liệu',
      inputs: [],
      value: figure.value,
      unit: indicator.unit,
      label: indicator.label,
      cell: { entity: figure.entity, form: figure.form, revision: figure.revision, field: figure.field },
    }),
  );
  return book.ledger.add({
    id: `asked-twice:${form}/${revision.entity}/${field.id}`,
    kind: 'sum',
    formula: 'Σ các kỳ ngắn hơn',
    inputs,
    value: canonical(sum(figures.map(({ value }) => value))),
    unit: indicator.unit,
    label: indicator.label,
  });
}

/**
 * Days that a period covers and its shorter ones do not, or twice: windows decided for single periods, since those by
 * the rules fit. What was counted in them is missing from the sum, or is in it twice.
 */
export function findWindowGaps(book: Book): readonly Finding[] {
  const { definition, period } = book.facts;
  if (book.parts.size === 0) return [];
  const pieces = new Map<string, readonly PeriodId[]>();
  for (const { code, nature, window } of Object.values(definition.indicators)) {
    const periods = nature === 'flow' ? book.nesting.periodsOf(code) : undefined;
    if (periods) pieces.set(window, periods);
  }
  return [...pieces].flatMap(([id, periods]) => {
    const parts = periods.map((part) => book.parts.get(part));
    const whole = period.windows[id] ?? period.windows['ky'];
    // A period that was never opened is another finding.
    if (!whole || !parts.every((part) => part !== undefined)) return [];
    const why = unevenness(
      whole,
      parts.map(({ facts: { period: part } }) => ({
        name: shortPeriodName(part.id),
        days: part.windows[id] ?? part.windows['ky'] ?? whole,
      })),
    );
    return why === undefined ? [] : [gap(book, id, why)];
  });
}

function unevenness(
  whole: Window,
  parts: readonly { readonly name: string; readonly days: Window }[],
): string | undefined {
  let next = whole.from;
  for (const { name, days } of parts) {
    if (days.from !== next)
      return `kỳ ${name} bắt đầu từ ngày ${shortDate(days.from)}, cần từ ngày ${shortDate(next)}`;
    next = addDays(days.to, 1);
  }
  const last = addDays(next, -1);
  if (last === whole.to) return undefined;
  return `các kỳ ngắn hơn đến hết ngày ${shortDate(last)}, cần đến hết ngày ${shortDate(whole.to)}`;
}

function gap(book: Book, id: string, why: string): Finding {
  const name = shortPeriodName(book.facts.period.id);
  return soft(
    `windows:${id}`,
    'windows',
    `khoảng thời gian “${id}” của ${name} không khớp với các kỳ ngắn hơn: ${why}`,
    [],
    'Đề nghị sửa windows trong period.yaml của một trong các kỳ, hoặc ghi lý do.',
  );
}

/** Annex: this period beside the one before and the same period last year. */
import { isKnown, type Aggregate, type KnownAggregate } from '../../aggregation/measure.ts';
import type { Book } from '../../aggregation/book.ts';
import { bodiesChanged, recordBodiesChanged } from '../../aggregation/bodies-changed.ts';
import { isBroken, recordIncomparable } from '../../aggregation/series-break.ts';
import type { AnnexDefinition, ComparisonRow, Versus } from '../../definition.ts';
import { round } from '../../exact.ts';
import { changesInPoints, directionOf, measureChange, PLACES } from '../../narration/helpers/changes.ts';
import { measureThen } from '../../narration/measures.ts';
import { showNumber, showWords } from '../../narration/show.ts';
import { hasValues } from '../../nesting.ts';
import { validIn } from '../../owed.ts';
import { shortPeriodName, versusPeriod } from '../../period.ts';
import type { Block, Run, Runs, TableRow } from '../report-model.ts';
import { breakItems } from './breaks.ts';
import { asSentence, rowNumber, SIGNS, tableRun, unitOf, words } from './cells.ts';

const DECIMALS = 1;
const INCOMPARABLE = 'không so sánh';
const SPANS = { period: '', ytd: ' (từ đầu năm)', cumulative: ' (lũy kế)' } as const;

export function comparisonBlocks(
  book: Book,
  annex: Extract<AnnexDefinition, { kind: 'comparison' }>,
): readonly Block[] {
  const { id: period } = book.facts.period;
  const rows = annex.rows.filter(
    (row) => validIn(row, period) && hasValues(book.facts.definition, book.indicator(row.indicator), period),
  );
  if (rows.length === 0) return [];
  const heading = (text: string, versus?: Versus): Runs => [
    { kind: 'text', text },
    { kind: 'date', text: shortPeriodName(versus ? versusPeriod(period, versus) : period) },
  ];
  const cells = rows.map((row) => comparisonCells(book, row));
  const broken = breakItems(book, breaksBehind(book, cells.flat(2)));
  return [
    {
      kind: 'table',
      id: annex.id,
      caption: [],
      columns: [
        { heading: words('TT'), align: 'center', width: 4 },
        { heading: words('Chỉ tiêu'), align: 'left', width: 30 },
        { heading: words('Đơn vị tính'), align: 'center', width: 10 },
        { heading: heading('Kỳ này: '), align: 'right', width: 16 },
        { heading: heading('Kỳ trước: ', 'previous'), align: 'right', width: 16 },
        { heading: words('So với kỳ trước'), align: 'right', width: 11 },
        { heading: heading('Cùng kỳ: ', 'year-ago'), align: 'right', width: 16 },
        { heading: words('So với cùng kỳ'), align: 'right', width: 11 },
      ],
      rows: cells.map((own, index): TableRow => ({
        kind: 'data',
        cells: [rowNumber(index + 1), ...own],
      })),
    },
    ...broken.map((runs, index): Block => ({
      kind: 'paragraph',
      id: `${annex.id}-khong-so-sanh-${index + 1}`,
      style: 'note',
      runs: asSentence([{ kind: 'text', text: 'Không so sánh: ' }, ...runs]),
    })),
    {
      kind: 'paragraph',
      id: `${annex.id}-ghi-chu`,
      style: 'note',
      runs: words(
        'Ghi chú: “...” chưa có số liệu để so sánh; mức thay đổi của chỉ tiêu tính bằng tỷ lệ phần trăm được ghi theo điểm phần trăm (đ.%).',
      ),
    },
  ];
}

function comparisonCells(book: Book, row: ComparisonRow): readonly Runs[] {
  const now = book.value(
    book.measure(row.indicator, {
      span: row.span ?? 'period',
      scope: row.of ?? '',
      ...(row.status === undefined ? {} : { status: row.status }),
    }),
  );
  const previous = book.value(measureThen(now.measure, 'previous'));
  const yearAgo = book.value(measureThen(now.measure, 'year-ago'));
  return [
    words(row.label ?? `${now.indicator.label}${SPANS[row.span ?? 'period']}`),
    words(unitOf(now.indicator.unit, row)),
    [tableRun(book, now, row)],
    earlierCell(book, previous, row),
    changeCell(book, now, previous),
    earlierCell(book, yearAgo, row),
    changeCell(book, now, yearAgo),
  ];
}

function earlierCell(book: Book, then: Aggregate, row: ComparisonRow): Runs {
  return then.value === null ? words(SIGNS.pending) : [tableRun(book, then, row)];
}

/** "+3,2%", "-1,5 đ.%"; signs as in statistical tables, since a table has no verb. */
function changeCell(book: Book, now: Aggregate, then: Aggregate): Runs {
  if (isBroken(book, now, then))
    return [showWords(book, [recordIncomparable(book, now, then)], INCOMPARABLE)];
  if (bodiesChanged(book, now, then))
    return [showWords(book, [recordBodiesChanged(book, now, then)], INCOMPARABLE)];
  if (!isKnown(now) || !isKnown(then) || now.state === 'missing') return words(SIGNS.pending);
  if (now.indicator.rank) return [placesRun(book, now, then)];
  const rate = changesInPoints(now.indicator);
  if (!rate && then.value.equals(0)) return words(SIGNS.pending);
  const { delta, value, id } = measureChange(book, now, then, rate ? 'points' : 'percent');
  const decimals = rate ? now.indicator.decimals : DECIMALS;
  const flat = round(value, decimals, 'half-up').equals(0);
  const prefix = flat ? '' : delta.compare(0) > 0 ? '+' : '-';
  const run: Run = showNumber(book, id, value.abs(), {
    decimals,
    prefix,
    suffix: rate ? ' đ.%' : '%',
    pad: false,
  });
  return [run];
}

/** Ledger ids of the breaks that cells without a comparison stand for. */
function breaksBehind(book: Book, runs: Runs): ReadonlySet<string> {
  const shown = runs.filter((run) => run.kind === 'figure' && run.text === INCOMPARABLE);
  const inputsOf = (id: string): readonly string[] => book.ledger.get(id)?.inputs ?? [];
  const causes = shown.flatMap((run) =>
    run.kind === 'figure' ? inputsOf(run.ledger).flatMap(inputsOf) : [],
  );
  return new Set(causes.filter((id) => book.ledger.get(id)?.kind === 'break'));
}

/** "+2 bậc" for a better place, "-2 bậc" for a worse one. */
function placesRun(book: Book, now: KnownAggregate, then: KnownAggregate): Run {
  const { value, id } = measureChange(book, now, then, 'amount');
  const direction = directionOf(now, then);
  const prefix = direction === 0 ? '' : direction > 0 ? '+' : '-';
  return showNumber(book, id, value.abs(), { prefix, suffix: PLACES, pad: false });
}

/** Annex: this period beside earlier ones, usually the one before and the same period last year. */
import { isKnown, type Aggregate, type KnownAggregate } from '../../aggregation/measure.ts';
import type { Book } from '../../aggregation/book.ts';
import { bodiesChanged, recordBodiesChanged } from '../../aggregation/bodies-changed.ts';
import { isBroken, recordIncomparable } from '../../aggregation/series-break.ts';
import type { AnnexDefinition, Beside, ComparisonRow } from '../../definition.ts';
import { round } from '../../exact.ts';
import { changesInPoints, directionOf, measureChange, PLACES } from '../../narration/helpers/changes.ts';
import { measureThen } from '../../narration/measures.ts';
import { showNumber, showWords } from '../../narration/show.ts';
import { hasValues } from '../../nesting.ts';
import { validIn } from '../../owed.ts';
import { frequencyOf, shortPeriodName, versusPeriod, type PeriodId } from '../../period.ts';
import type { Block, Run, Runs, Table, TableRow } from '../report-model.ts';
import { breakItems } from './breaks.ts';
import { asSentence, noteBlocks, rowNumber, SIGNS, tableRun, unitOf, words } from './cells.ts';

const DECIMALS = 1;
/** Stands after a change of what is in percent. */
const POINTS = ' đ.%';
const INCOMPARABLE = 'không so sánh';
/** How an earlier period is called above its values, and above the change from it. */
const NAMES: Readonly<Record<Beside, { readonly value: string; readonly change: string }>> = {
  previous: { value: 'Kỳ trước: ', change: 'So với kỳ trước' },
  'year-ago': { value: 'Cùng kỳ: ', change: 'So với cùng kỳ' },
};
const SPANS = { period: '', ytd: ' (từ đầu năm)', cumulative: ' (lũy kế)' } as const;

type ComparisonAnnex = Extract<AnnexDefinition, { kind: 'comparison' }>;

export function comparisonBlocks(book: Book, annex: ComparisonAnnex): readonly Block[] {
  const { id: period } = book.facts.period;
  const rows = annex.rows.filter(
    (row) => validIn(row, period) && hasValues(book.facts.definition, book.indicator(row.indicator), period),
  );
  if (rows.length === 0) return [];
  const earlier = besideOf(annex, period);
  const cells = rows.map((row) => comparisonCells(book, row, earlier));
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
        { heading: heading('Kỳ này: ', period), align: 'right', width: 16 },
        ...earlier.flatMap((versus): Table['columns'] => [
          {
            heading: heading(NAMES[versus].value, versusPeriod(period, versus)),
            align: 'right',
            width: 16,
          },
          { heading: words(NAMES[versus].change), align: 'right', width: 11 },
        ]),
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
    ...noteBlocks(annex.id, legend(cells.flat(2))),
  ];
}

function heading(text: string, period: PeriodId): Runs {
  return [
    { kind: 'text', text },
    { kind: 'date', text: shortPeriodName(period) },
  ];
}

/** Of nine months and of years the period before is that of last year: it stands once. */
function besideOf({ versus }: ComparisonAnnex, period: PeriodId): readonly Beside[] {
  const usual: readonly Beside[] =
    frequencyOf(period) === 'nine-months' ? ['year-ago', 'previous'] : ['previous', 'year-ago'];
  const named = new Map<PeriodId, Beside>();
  for (const one of versus ?? usual)
    if (!named.has(versusPeriod(period, one))) named.set(versusPeriod(period, one), one);
  return [...named.values()];
}

/** What the signs of the table mean. */
function legend(runs: Runs): readonly string[] {
  return [
    ...(runs.some(({ text }) => text === SIGNS.pending)
      ? [`“${SIGNS.pending}” chưa có số liệu để so sánh`]
      : []),
    ...(runs.some(({ text }) => text.endsWith(POINTS))
      ? [
          `mức thay đổi của chỉ tiêu tính bằng tỷ lệ phần trăm được ghi theo điểm phần trăm (${POINTS.trim()})`,
        ]
      : []),
  ];
}

function comparisonCells(book: Book, row: ComparisonRow, earlier: readonly Beside[]): readonly Runs[] {
  const now = book.value(
    book.measure(row.indicator, {
      span: row.span ?? 'period',
      scope: row.of ?? '',
      ...(row.status === undefined ? {} : { status: row.status }),
    }),
  );
  return [
    words(row.label ?? `${now.indicator.label}${SPANS[row.span ?? 'period']}`),
    words(unitOf(now.indicator.unit, row)),
    [tableRun(book, now, row)],
    ...earlier.flatMap((versus) => {
      const then = book.value(measureThen(now.measure, versus));
      return [earlierCell(book, then, row), changeCell(book, now, then)];
    }),
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
    suffix: rate ? POINTS : '%',
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

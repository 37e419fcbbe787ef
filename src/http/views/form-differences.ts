/** What differs between two versions of a form, as tables to look at. */
import type { FormDifferences } from '../../domain/collecting/form-differences.ts';
import { shortDate } from '../../domain/dates.ts';
import type { FormDesk, RevisionSummary } from '../../workflow/collecting/form-desk.ts';
import { answerInWords, besideInWords, changeInWords, rowInWords } from './answer-words.ts';
import { momentInWords } from './standing-words.ts';

interface AnswerView {
  readonly text: string;
  readonly beside: readonly string[];
}

export interface DifferencesView {
  readonly cells: readonly {
    readonly label: string;
    readonly unit: string;
    readonly numeric: boolean;
    readonly before: AnswerView;
    readonly after: AnswerView;
    readonly change: string;
  }[];
  readonly tables: readonly {
    readonly title: string;
    /** What it is called among the parts of a page, which may hold a table against more than one version. */
    readonly region: string;
    readonly head: readonly string[];
    readonly rows: readonly {
      readonly added: boolean;
      readonly cells: readonly { readonly label: string; readonly text: string }[];
    }[];
  }[];
  /** Covering letter and scans, where they are not the same. */
  readonly papers: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly none: boolean;
}

type Papers = Pick<RevisionSummary, 'letter' | 'attachments'>;

/**
 * @param papers what came along with both, where that is to be told too
 * @param against what it is held against, where a page has other differences besides
 */
export function differencesView(
  { cells, tables }: FormDifferences,
  desk: Pick<FormDesk, 'sections' | 'tables'>,
  papers?: readonly [before: Papers | undefined, after: Papers | undefined],
  against = '',
): DifferencesView {
  const changed = papers === undefined ? [] : changedPapers(...papers);
  const fields = new Map(
    desk.sections.flatMap((section) => section.fields).map((field) => [field.id, field]),
  );
  return {
    none: cells.length === 0 && tables.length === 0 && changed.length === 0,
    papers: changed,
    cells: cells.map(({ field: id, label, before, after }) => {
      // A field that the period no longer asks has no kind any more; its value is shown as it is.
      const field = fields.get(id) ?? { kind: 'text', choices: [], unit: '' };
      return {
        label,
        unit: field.unit,
        numeric: field.kind === 'number',
        before: { text: answerInWords(before, field), beside: besideInWords(before) },
        after: { text: answerInWords(after, field), beside: besideInWords(after) },
        change: changeInWords(before, after, field) ?? '',
      };
    }),
    tables: tables.map(({ table: id, title, added, removed }) => {
      const columns = desk.tables.find((table) => table.id === id)?.columns ?? [];
      const rowsOf = (rows: typeof added, isAdded: boolean): DifferencesView['tables'][number]['rows'] =>
        rows.map((row) => ({
          added: isAdded,
          cells: rowInWords(row, columns).map((text, index) => ({
            label: columns[index]?.label ?? '',
            text,
          })),
        }));
      return {
        title,
        region: `${title}: các dòng khác nhau${against === '' ? '' : ` so với ${against}`}`,
        head: columns.map(({ label }) => label),
        rows: [...rowsOf(removed, false), ...rowsOf(added, true)],
      };
    }),
  };
}

/** A scan that was taken out and put in again is another one only where its bytes are. */
function changedPapers(before: Papers | undefined, after: Papers | undefined): DifferencesView['papers'] {
  const scansOf = (papers: Papers | undefined): Papers['attachments'] => papers?.attachments ?? [];
  const hashes = (papers: Papers | undefined): string =>
    scansOf(papers)
      .map(({ name, sha256 }) => `${sha256} ${name}`)
      .sort()
      .join('\n');
  const [letters, scans] = [
    [letterInWords(before), letterInWords(after)] as const,
    [scansInWords(scansOf(before), scansOf(after)), scansInWords(scansOf(after), scansOf(before))] as const,
  ];
  return [
    ...(letters[0] === letters[1] ? [] : [{ label: 'Công văn', before: letters[0], after: letters[1] }]),
    ...(hashes(before) === hashes(after) ? [] : [{ label: 'Tệp kèm', before: scans[0], after: scans[1] }]),
  ];
}

function letterInWords(papers: Papers | undefined): string {
  return papers?.letter ? `số ${papers.letter.number} ngày ${shortDate(papers.letter.date)}` : 'Chưa ghi';
}

/** The names; of a scan that has the name of another one beside it, when it was added. */
function scansInWords(scans: Papers['attachments'], others: Papers['attachments']): string {
  const named = scans.map(({ name, sha256, at }) =>
    others.some((other) => other.name === name && other.sha256 !== sha256)
      ? `${name} (thêm lúc ${momentInWords(at)})`
      : name,
  );
  return named.join('; ') || 'Không có';
}

/** What came along with the two revisions that are held against each other, by their numbers. */
export function papersOf(
  revisions: readonly RevisionSummary[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly [before: Papers | undefined, after: Papers | undefined] {
  const byNumber = (wanted: number): Papers | undefined => revisions.find(({ number }) => number === wanted);
  return [byNumber(from), byNumber(to)];
}

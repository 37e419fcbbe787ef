/** Findings in groups: what must be put right, what needs a reason, what has one; each leading to the papers concerned. */
import type { PeriodEditions } from '../../workflow/board/read-editions.ts';
import type { Finding, Place } from '../../domain/finding.ts';
import { paperAddress } from './board-words.ts';
import { textarea, type Textarea } from './components.ts';

export interface PaperLink {
  readonly text: string;
  readonly href: string;
}

export interface FindingView {
  readonly id: string;
  /** Of its place on the page. */
  readonly anchor: string;
  readonly message: string;
  readonly reason: string | null;
  readonly papers: readonly PaperLink[];
  /** They are so many that they are folded away. */
  readonly folded: boolean;
  /** To write the reason; null where none can be given, or not by this person. */
  readonly field: Textarea | null;
}

export interface FindingsView {
  readonly hard: readonly FindingView[];
  readonly open: readonly FindingView[];
  readonly justified: readonly FindingView[];
  readonly none: boolean;
}

export interface FindingsOptions {
  /** The person may give reasons. */
  readonly mayJustify: boolean;
  /** Address of the page of a paper: it does not lead to itself. */
  readonly at?: string;
  /** A reason that was not taken, and why. */
  readonly refused?:
    { readonly finding: string; readonly reason: string; readonly error: string } | undefined;
}

/** More links than these are folded away. */
const FEW_PAPERS = 3;

export type Names = Pick<PeriodEditions, 'report' | 'period' | 'formTitles' | 'bodyNames'>;

export function findingsView(
  findings: readonly Finding[],
  names: Names,
  { mayJustify, at, refused }: FindingsOptions,
): FindingsView {
  const views = findings.map((finding, index) => {
    const anchor = `phat-hien-${index + 1}`;
    const papers = papersOf(finding.places, names).filter(({ href }) => href !== at);
    const own = refused?.finding === finding.id ? refused : undefined;
    const mayExplain = mayJustify && finding.severity === 'soft';
    return {
      finding,
      view: {
        id: finding.id,
        anchor,
        message: finding.message,
        reason: finding.reason ?? null,
        papers,
        folded: papers.length > FEW_PAPERS,
        field: mayExplain ? reasonField(anchor, own?.reason ?? finding.reason ?? '', own?.error) : null,
      },
    };
  });
  const pick = (includes: (finding: Finding) => boolean): readonly FindingView[] =>
    views.filter(({ finding }) => includes(finding)).map(({ view }) => view);
  return {
    hard: pick(({ severity }) => severity === 'hard'),
    open: pick(({ severity, reason }) => severity === 'soft' && reason === undefined),
    justified: pick(({ severity, reason }) => severity === 'soft' && reason !== undefined),
    none: findings.length === 0,
  };
}

function reasonField(anchor: string, value: string, error: string | undefined): Textarea {
  return textarea({
    id: `${anchor}-ly-do`,
    name: 'ly-do',
    label: 'Lý do giải trình',
    hint: 'Lý do được lưu cùng phát hiện và in trong phụ lục ghi chú của báo cáo.',
    value,
    rows: 2,
    error: error ?? null,
  });
}

/** The papers that a finding is about, each once, in its order. */
export function papersOf(
  places: readonly Place[],
  { report, period, formTitles, bodyNames }: Names,
): readonly PaperLink[] {
  const papers = new Map<string, PaperLink>();
  for (const place of places) {
    if (place.kind !== 'cell' && place.kind !== 'row' && place.kind !== 'form') continue;
    const { form, entity } = place;
    // A revision's id begins with its period: of a quarter it may be one of its months.
    const [from = period.id] = place.kind === 'form' ? [] : place.revision.split('/');
    const href = paperAddress(report.id, { period: from, form, entity });
    const where = from === period.id ? '' : `, kỳ ${from}`;
    papers.set(href, {
      text: `${bodyNames.get(entity) ?? entity}, ${formTitles.get(form) ?? form}${where}`,
      href,
    });
  }
  return [...papers.values()];
}

/** True when a finding is about one paper. */
export function isAbout(finding: Finding, form: string, entity: string): boolean {
  return finding.places.some(
    (place) =>
      (place.kind === 'cell' || place.kind === 'row' || place.kind === 'form') &&
      place.form === form &&
      place.entity === entity,
  );
}

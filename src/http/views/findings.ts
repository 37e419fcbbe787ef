/** Findings in groups: what must be put right, what needs a reason, what has one; each leading to the papers concerned. */
import type { PeriodEditions } from '../../workflow/board/read-editions.ts';
import type { Finding, Place } from '../../domain/finding.ts';
import { capital, paperAddress } from './board-words.ts';
import { checkInWords } from './check-words.ts';
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

/** Findings of one kind of check. */
export interface FindingGroup {
  /** Null where there is nothing to tell apart. */
  readonly name: string | null;
  /** Not folded away. */
  readonly open: boolean;
  readonly findings: readonly FindingView[];
}

/** Findings of one weight. */
export interface FindingsPart {
  readonly title: string;
  readonly count: number;
  readonly groups: readonly FindingGroup[];
}

export interface FindingsView {
  /** What must be put right, what needs a reason, what has one; parts without findings are left out. */
  readonly parts: readonly FindingsPart[];
  /** How many stop a final. */
  readonly hard: number;
  readonly open: number;
  readonly fields: readonly Textarea[];
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
/** So many of one weight are not told apart, and so many of one kind are not folded away. */
const FEW_FINDINGS = 3;
const MANY_FINDINGS = 12;

/** Without the kinds of checks findings are not told apart by them: on the page of one paper they are few. */
export type Names = Pick<PeriodEditions, 'report' | 'period' | 'formTitles' | 'bodyNames'> &
  Partial<Pick<PeriodEditions, 'checkKinds'>>;

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
  const part = (title: string, includes: (finding: Finding) => boolean): readonly FindingsPart[] => {
    const own = views.filter(({ finding }) => includes(finding));
    return own.length === 0 ? [] : [{ title, count: own.length, groups: groupsOf(own, names) }];
  };
  return {
    parts: [
      ...part('Phải sửa số liệu hoặc bổ sung phiếu', isHard),
      ...part('Bất thường, cần lý do', isOpen),
      ...part('Bất thường, đã có lý do', (finding) => !isHard(finding) && !isOpen(finding)),
    ],
    hard: findings.filter(isHard).length,
    open: findings.filter(isOpen).length,
    fields: views.flatMap(({ view }) => view.field ?? []),
  };
}

function isHard({ severity }: Finding): boolean {
  return severity === 'hard';
}

function isOpen({ severity, reason }: Finding): boolean {
  return severity === 'soft' && reason === undefined;
}

/** By kind of check, in the order in which they come; the largest kinds are folded, unless something in them is wrong. */
function groupsOf(
  found: readonly { readonly finding: Finding; readonly view: FindingView }[],
  { checkKinds }: Names,
): readonly FindingGroup[] {
  if (!checkKinds || found.length <= FEW_FINDINGS)
    return [{ name: null, open: true, findings: found.map(({ view }) => view) }];
  const groups = new Map<string, FindingView[]>();
  for (const { finding, view } of found) {
    const name = checkInWords(finding.check, checkKinds);
    const before = groups.get(name);
    if (before) before.push(view);
    else groups.set(name, [view]);
  }
  return [...groups].map(([name, findings]) => ({
    name,
    open:
      findings.length <= MANY_FINDINGS ||
      findings.some(({ field }) => field !== null && field.error !== null),
    findings,
  }));
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
      text: `${capital(bodyNames.get(entity) ?? entity)}, ${formTitles.get(form) ?? form}${where}`,
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

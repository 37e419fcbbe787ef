/** One body's submission as the department reads it, and what a compiler may do with it. */
import type { FormDifferences } from '../../domain/collecting/form-differences.ts';
import { actorWithoutAccount } from '../../domain/account.ts';
import type { FormCheck } from '../../domain/collecting/form-check.ts';
import type { Finding } from '../../domain/finding.ts';
import { reasonsIn } from './answer-words.ts';
import type { FormDesk, RevisionSummary } from '../../workflow/collecting/form-desk.ts';
import { page, type PageAnswer } from '../answer.ts';
import { answersView } from './answers-view.ts';
import { contactView } from './board-blocks.ts';
import { briefMoment, capital, paperAddress, paperTag, periodAddress } from './board-words.ts';
import { choices, errorLinks, textarea, titleWith, type Tag, type Textarea } from './components.ts';
import { findingsView } from './findings.ts';
import { differencesView, papersOf } from './form-differences.ts';
import { attachmentLinks } from './letter.ts';
import { receiptNumber } from './receipt.ts';
import { actorInWords, momentInWords, revisionTag, timeLeftInWords } from './standing-words.ts';

export interface PaperPageInput {
  /** Full names by user name. */
  readonly people: ReadonlyMap<string, string>;
  readonly desk: FormDesk;
  /** Those of the period that are about this paper. */
  readonly findings: readonly Finding[];
  /** Of a paper that is not decided yet: once it is accepted its findings say the same. */
  readonly check: FormCheck | undefined;
  /** Two revisions held against each other. */
  readonly comparison:
    { readonly from: number; readonly to: number; readonly differences: FormDifferences } | undefined;
}

type NameOf = (user: string) => string;

export type PaperAct = 'tra-lai' | 'mien-nop' | 'mo-lai';

export interface PaperPageState {
  /** Words that were typed for an act and not taken, with what is wrong with them. */
  readonly refused?: { readonly act: PaperAct; readonly text: string; readonly error: string };
  /** Why nothing was done, when it is not the words. */
  readonly problem?: { readonly message: string; readonly details: readonly string[] };
  readonly notice?: string | null;
  readonly status?: number;
}

export function paperPage(
  { desk, people, findings, check, comparison }: PaperPageInput,
  { refused, problem, notice = null, status = 200 }: PaperPageState = {},
): PageAnswer {
  const { report, period, title, entity, standing, revisions, key } = desk;
  const base = paperAddress(report.id, { period: period.id, form: key.form, entity: key.entity });
  const nameOf = (user: string): string => people.get(user) ?? actorWithoutAccount(user);
  const words = (act: PaperAct, label: string, hint: string): Textarea =>
    textarea({
      id: `${act}-ly-do`,
      name: 'ly-do',
      label,
      hint,
      rows: 3,
      value: refused?.act === act ? refused.text : '',
      error: refused?.act === act ? refused.error : null,
    });
  const fields = {
    giveBack: words('tra-lai', 'Lý do trả lại', 'Nêu rõ chỗ cần sửa; đơn vị đọc được lý do này ở đầu phiếu.'),
    waive: words('mien-nop', 'Lý do miễn nộp', 'Lý do được nêu trong phần tình hình báo cáo.'),
    reopen: words('mo-lai', 'Trả lời đơn vị', 'Đơn vị đọc được nội dung này.'),
  };
  const errors = errorLinks(Object.values(fields));
  const may = (act: FormDesk['acts'][number]): boolean => desk.acts.includes(act);
  const latest = revisions.at(-1);
  const names = {
    report,
    period,
    formTitles: new Map([[key.form, title]]),
    bodyNames: new Map([[entity.id, entity.name]]),
  };
  return page(
    'paper',
    titleWith(`${title}, ${entity.name}`, problem ? [problem] : errors),
    {
      base,
      back: periodAddress(report.id, period.id),
      caption: `${report.title}, ${period.name}`,
      title,
      form: key.form,
      body: capital(entity.name),
      tag: paperTag({ state: standing.state, empty: false }),
      due: dueLine(desk),
      next: standing.next === null ? null : actorInWords(standing.next),
      errors,
      problem: problem ?? null,
      notice,
      said: saidAbout(desk, nameOf),
      reopening: reopeningView(desk, nameOf),
      number: latest?.number ?? 0,
      received: latest !== undefined,
      acts: {
        any: desk.acts.length > 0,
        accept: may('accept'),
        giveBack: may('return') ? fields.giveBack : null,
        waive: may('waive') ? fields.waive : null,
        reopen: may('answer-reopening') ? fields.reopen : null,
      },
      findings: findings.length === 0 ? null : findingsView(findings, names, { mayJustify: false, at: base }),
      reasons: reasonsIn(check),
      findingsPage: `${periodAddress(report.id, period.id)}/tong-hop#phat-hien`,
      action: null,
      answers: answersView(desk, new Set(comparison?.differences.cells.map(({ field }) => field))),
      letter:
        desk.letter.reading.kind === 'letter'
          ? `Công văn số ${desk.letter.number} ngày ${desk.letter.date}`
          : null,
      attachments: attachmentLinks(
        { attachments: desk.attachments.map((one) => ({ ...one, by: nameOf(one.by) })) },
        base,
      ),
      revisions: revisions.toReversed().map((revision) => revisionRow(revision, nameOf)),
      comparable: revisions.length > 1,
      from: choices(
        { name: 'tu', label: 'So phiên bản' },
        String(comparison?.from ?? ''),
        numbersOf(revisions),
      ),
      to: choices({ name: 'den', label: 'với' }, String(comparison?.to ?? ''), numbersOf(revisions)),
      comparison: comparison
        ? {
            title: `Khác nhau giữa phiên bản ${comparison.from} và phiên bản ${comparison.to}`,
            differences: differencesView(comparison.differences, desk, papersOf(desk.revisions, comparison)),
          }
        : null,
      contact: contactView(desk),
      receipt: receiptRows(desk, nameOf),
    },
    { status, wide: true },
  );
}

function dueLine({ period, standing }: FormDesk): string {
  const left = timeLeftInWords(standing);
  const received =
    standing.receivedAt === undefined ? '' : ` Nhận lúc ${momentInWords(standing.receivedAt)}.`;
  return `Hạn nộp: ${momentInWords(period.due)}${left === '' ? '' : ` (${left})`}.${received}`;
}

/** What was said about the paper, while it still counts. */
function saidAbout(
  { standing }: FormDesk,
  nameOf: NameOf,
): { readonly title: string; readonly text: string } | null {
  if (standing.waived !== undefined) return { title: 'Được miễn nộp', text: standing.waived };
  const { returned } = standing;
  if (!returned || standing.state === 'accepted' || standing.state === 'submitted') return null;
  return {
    title: `${nameOf(returned.actor)} trả lại phiên bản ${returned.revision} lúc ${momentInWords(returned.at)}`,
    text: returned.reason,
  };
}

function reopeningView({ standing: { reopening } }: FormDesk, nameOf: NameOf): object | null {
  if (!reopening) return null;
  return {
    asked: `${nameOf(reopening.actor)} xin mở lại phiếu lúc ${momentInWords(reopening.at)}`,
    reason: reopening.reason,
    refused: reopening.refused
      ? {
          title: `${nameOf(reopening.refused.actor)} chưa đồng ý lúc ${momentInWords(reopening.refused.at)}`,
          text: reopening.refused.reason,
        }
      : null,
  };
}

interface RevisionRow {
  readonly number: number;
  readonly tag: Tag;
  readonly received: string;
  readonly decided: string;
  readonly reason: string;
  readonly papers: string;
}

function revisionRow(revision: RevisionSummary, nameOf: NameOf): RevisionRow {
  const { number, sentAt, approvedAt, approvedBy, sentBy, decision, letter, attachments } = revision;
  const by = approvedBy ?? sentBy;
  return {
    number,
    tag: revisionTag(revision),
    received: `${briefMoment(approvedAt ?? sentAt)}${by === '' ? '' : `, ${nameOf(by)}`}`,
    decided: decision ? `${briefMoment(decision.at)}, ${nameOf(decision.by)}` : '',
    reason: decision?.reason ?? '',
    papers: [
      ...(letter ? [`Công văn ${letter.number}`] : []),
      ...(attachments.length > 0 ? [`${attachments.length} tệp`] : []),
    ].join(', '),
  };
}

function numbersOf(
  revisions: readonly RevisionSummary[],
): readonly { readonly value: string; readonly text: string }[] {
  return revisions.map(({ number }) => ({ value: String(number), text: `Phiên bản ${number}` }));
}

function receiptRows(
  { receipt }: FormDesk,
  nameOf: NameOf,
): readonly { readonly key: string; readonly value: string }[] {
  if (!receipt) return [];
  return [
    { key: 'Biên nhận', value: `Số ${receiptNumber(receipt.number)}, ${momentInWords(receipt.at)}` },
    { key: 'Người nộp', value: nameOf(receipt.by) },
    { key: 'Mã băm', value: receipt.hash.match(/.{1,8}/g)?.join(' ') ?? receipt.hash },
  ];
}

/** Compiling: what stands in the way, a draft or the final on demand, its progress, and what was made before. */
import { timeInWords } from '../../domain/dates.ts';
import type { Finding } from '../../domain/finding.ts';
import type { CompileJob, CompileKind } from '../../workflow/board/compile-desk.ts';
import type { PeriodEditions } from '../../workflow/board/read-editions.ts';
import { page, type PageAnswer } from '../answer.ts';
import { capital, periodAddress } from './board-words.ts';
import { errorLinks, titleWith, type Tag } from './components.ts';
import { findingsView, type FindingsOptions } from './findings.ts';

export interface CompilePageInput {
  readonly editions: PeriodEditions;
  readonly findings: readonly Finding[];
  /** Remembered jobs of the period, oldest first. */
  readonly jobs: readonly CompileJob[];
  readonly mayCompile: boolean;
  /** Made with the page: pressing a button of it twice compiles once. */
  readonly token: string;
}

export interface CompilePageState {
  readonly refused?: FindingsOptions['refused'];
  readonly notice?: string | null;
  /** Why a compile was not begun. */
  readonly problem?: { readonly message: string; readonly details: readonly string[] } | null;
  readonly status?: number;
}

export const KIND_NAMES: Readonly<Record<CompileKind, string>> = {
  draft: 'bản dự thảo',
  final: 'bản chính thức',
};

/** Seconds between two looks at a compile where no scripts run. */
const REFRESH = 5;

export function compilePage(
  { editions, findings, jobs, mayCompile, token }: CompilePageInput,
  { refused, notice = null, problem = null, status = 200 }: CompilePageState = {},
): PageAnswer {
  const { report, period } = editions;
  const base = periodAddress(report.id, period.id);
  const view = findingsView(findings, editions, { mayJustify: mayCompile, refused });
  const waiting = jobs.filter(({ endedAt }) => endedAt === undefined);
  const last = jobs.at(-1);
  const errors = errorLinks(view.fields);
  const blocking = view.hard + view.open;
  return page(
    'compile',
    titleWith(`Tổng hợp ${period.name}`, problem ? [problem] : errors),
    {
      base,
      action: `${base}/tong-hop/giai-trinh`,
      caption: report.title,
      heading: `Tổng hợp ${period.name}`,
      errors,
      notice,
      problem,
      token,
      // Newest first.
      knownFinal: editions.editions.find(({ kind }) => kind === 'final')?.number ?? 0,
      mayCompile,
      blocking,
      gate:
        blocking === 0
          ? 'Không còn phát hiện nào chặn việc phát hành.'
          : `Còn ${blocking} phát hiện phải xử lý trước khi phát hành bản chính thức${gateParts(view.hard, view.open)}. Bản dự thảo vẫn lập được.`,
      progress:
        waiting.length > 0
          ? { jobs: waiting.map(progressOf), address: `${base}/tong-hop/tien-do`, every: REFRESH }
          : null,
      outcome: waiting.length === 0 && last ? outcomeOf(last, base) : null,
      findings: view,
      editions: editions.editions.map(({ number, kind, compiledAt, compiledBy }) => ({
        number,
        name: `${capital(KIND_NAMES[kind])} số ${number}`,
        tag: kindTag(kind),
        href: `${base}/tong-hop/ban/${number}`,
        pdf: `${base}/tong-hop/ban/${number}/report.pdf`,
        made: `${timeInWords(compiledAt)}${compiledBy === '' ? '' : `, ${compiledBy}`}`,
      })),
    },
    {
      status,
      wide: true,
      ...(waiting.length > 0 ? { scripts: ['compile.js'], refresh: REFRESH } : {}),
    },
  );
}

function gateParts(hard: number, open: number): string {
  const parts = [...(hard > 0 ? [`${hard} phải sửa`] : []), ...(open > 0 ? [`${open} cần lý do`] : [])];
  return ` (${parts.join(', ')})`;
}

export function kindTag(kind: CompileKind): Tag {
  return kind === 'final' ? { text: 'Chính thức', colour: 'green' } : { text: 'Dự thảo', colour: 'grey' };
}

export interface ProgressView {
  readonly id: number;
  readonly title: string;
  readonly step: string;
  readonly by: string;
}

export function progressOf(job: CompileJob): ProgressView {
  const { id, kind, state, ahead, step, by, askedAt } = job;
  return {
    id,
    title: `Đang lập ${KIND_NAMES[kind]}`,
    step:
      state === 'waiting'
        ? `Đang chờ đến lượt, còn ${ahead} việc trước.`
        : step === ''
          ? 'Đang bắt đầu …'
          : step,
    by: `${by} yêu cầu lúc ${timeInWords(askedAt)}`,
  };
}

interface OutcomeView {
  readonly text: string;
  readonly good: boolean;
  readonly link: { readonly text: string; readonly href: string } | null;
}

/** How the last compile of the period ended. */
function outcomeOf(
  { state, kind, edition, refusals, failure, by, endedAt, askedAt }: CompileJob,
  base: string,
): OutcomeView {
  const when = `${by} yêu cầu, xong lúc ${timeInWords(endedAt ?? askedAt)}`;
  if (state === 'issued' && edition !== undefined)
    return {
      good: true,
      text: `Đã lập xong ${KIND_NAMES[kind]} số ${edition} (${when}).`,
      link: { text: `Đọc ${KIND_NAMES[kind]} số ${edition}`, href: `${base}/tong-hop/ban/${edition}` },
    };
  if (state === 'refused')
    return {
      good: false,
      text: `Chưa phát hành được bản chính thức: khi tổng hợp còn ${refusals ?? 0} phát hiện phải xử lý (${when}).`,
      link: null,
    };
  if (state === 'interrupted')
    return {
      good: false,
      text: `Việc lập ${KIND_NAMES[kind]} bị gián đoạn vì máy chủ dừng khi chưa làm xong (${by} yêu cầu lúc ${timeInWords(askedAt)}, gián đoạn lúc ${timeInWords(endedAt ?? askedAt)}). Đề nghị lập lại, nếu bản này chưa có trong mục Các bản đã lập.`,
      link: null,
    };
  const why =
    failure === '' || failure === undefined
      ? 'hệ thống gặp lỗi; đề nghị thử lại, nếu vẫn lỗi thì báo bộ phận kỹ thuật'
      : failure;
  return { good: false, text: `Chưa lập được ${KIND_NAMES[kind]}: ${why} (${when}).`, link: null };
}

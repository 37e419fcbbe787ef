/** What the templates print, worked out beforehand: they compute nothing. Fields named …Html are markup already. */
import type { Annex, Closing, Letterhead, ReportModel } from '../domain/model/report-model.ts';
import { blockViews } from './block-view.ts';
import type { BlockView } from './block-view.ts';
import { escapeHtml, plainText, runsToHtml } from './runs.ts';
import { textWidth } from './text-width.ts';

/** Millimetres between the margins: 210 − 30 − 15 upright, 297 − 30 − 15 across. */
const BODY = { width: 165, tableFont: 12 } as const;
const ANNEX = {
  portrait: { width: 165, tableFont: 11.5 },
  landscape: { width: 252, tableFont: 11.5 },
} as const;
/** Room for box 2 beside "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in 12 pt bold, which takes 88 mm. */
const ISSUER_WIDTH = 70;
const SUBJECT_WIDTH = 149;
const POINTS_PER_MILLIMETRE = 72 / 25.4;

interface Listed {
  readonly text: string;
  readonly mark: string;
}

interface TitleLines {
  readonly style: 'one-line' | 'even-lines';
  readonly rule: string;
}

interface LetterheadView {
  readonly parent: string | null;
  readonly agencyHtml: string;
  readonly agencyLines: TitleLines;
  readonly numberHtml: string;
  readonly placeAndDateHtml: string;
  readonly type: string;
  readonly subjectHtml: string;
  readonly subjectLines: TitleLines;
  /** One addressee stands on the line of "Kính gửi:", several have a line each. */
  readonly addressee: string | null;
  readonly addressees: readonly Listed[];
}

interface ClosingView {
  readonly authority: readonly string[];
  readonly signer: string;
  readonly recipients: readonly { readonly html: string; readonly mark: string }[];
}

interface AnnexView {
  readonly id: string;
  /** Name of its kind of page and of its page counter. */
  readonly page: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly numberHtml: string;
  readonly titleHtml: string;
  readonly referenceHtml: string;
  readonly blocks: readonly BlockView[];
}

export interface DocumentView {
  readonly title: string;
  readonly draft: boolean;
  readonly illustrative: boolean;
  /** Said on the screen, where there are no page margins to say it in. */
  readonly marks: readonly string[];
  readonly letterhead: LetterheadView;
  readonly groundsHtml: readonly string[];
  readonly blocks: readonly BlockView[];
  readonly closing: ClosingView;
  readonly annexes: readonly AnnexView[];
}

export function documentView(model: ReportModel): DocumentView {
  const draft = model.kind === 'draft';
  return {
    title: model.title,
    draft,
    illustrative: model.illustrative,
    marks: [...(draft ? ['DỰ THẢO'] : []), ...(model.illustrative ? ['SỐ LIỆU MINH HỌA'] : [])],
    letterhead: letterheadView(model.letterhead),
    groundsHtml: model.grounds.map((ground) => runsToHtml(ground)),
    blocks: blockViews(model.blocks, BODY, 'c'),
    closing: closingView(model.closing),
    annexes: model.annexes.map(annexView),
  };
}

function letterheadView(letterhead: Letterhead): LetterheadView {
  const { addressees } = letterhead;
  return {
    parent: letterhead.parent,
    agencyHtml: agencyHtml(letterhead.agency),
    agencyLines: titleLines(letterhead.agency, 12, ISSUER_WIDTH),
    numberHtml: runsToHtml(letterhead.number),
    placeAndDateHtml: runsToHtml(letterhead.placeAndDate),
    type: letterhead.type,
    subjectHtml: runsToHtml(letterhead.subject),
    subjectLines: titleLines(plainText(letterhead.subject), 14, SUBJECT_WIDTH),
    addressee: addressees.length === 1 ? (addressees[0] ?? null) : null,
    addressees:
      addressees.length > 1
        ? addressees.map((text, index) => ({ text, mark: endMark(index, addressees.length) }))
        : [],
  };
}

/** Where the name takes two lines, the first does not end with "VÀ": the second begins with it. */
function agencyHtml(agency: string): string {
  const start = agency.lastIndexOf(' VÀ ') + 1;
  const lines = [agency.slice(0, start).trimEnd(), agency.slice(start)];
  const fit = lines.every((line) => textWidth(line, 12, 'bold') < (ISSUER_WIDTH - 4) * POINTS_PER_MILLIMETRE);
  if (start === 0 || !fit) return escapeHtml(agency);
  return lines.map((line) => `<span class="unbroken">${escapeHtml(line)}</span>`).join(' ');
}

function closingView(closing: Closing): ClosingView {
  return {
    authority: closing.authority,
    signer: closing.signer ?? '',
    recipients: closing.recipients.map((recipient, index) => ({
      html: runsToHtml(recipient),
      mark: endMark(index, closing.recipients.length),
    })),
  };
}

function annexView(annex: Annex, index: number): AnnexView {
  const page = `pl${index + 1}`;
  return {
    id: annex.id,
    page,
    orientation: annex.orientation,
    numberHtml: runsToHtml(annex.number),
    titleHtml: runsToHtml(annex.title),
    referenceHtml: runsToHtml(annex.reference),
    blocks: blockViews(annex.blocks, ANNEX[annex.orientation], `${page}c`),
  };
}

function endMark(index: number, count: number): string {
  return index === count - 1 ? '.' : ';';
}

/**
 * Whether a title in bold takes one line of `column` millimetres, and the length of the line drawn under it (Decree 30,
 * Appendix I, Part I, II.2 and II.5: from a third to a half of the text's): two fifths of one of its even lines.
 */
function titleLines(title: string, points: number, column: number): TitleLines {
  const millimetres = textWidth(title, points, 'bold') / POINTS_PER_MILLIMETRE;
  const lines = Math.max(1, Math.ceil(millimetres / column));
  return {
    style: lines === 1 ? 'one-line' : 'even-lines',
    rule: `${((millimetres / lines) * 0.4).toFixed(1)}mm`,
  };
}

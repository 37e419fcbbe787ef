/** The receipt of a submission, made to be printed; before there is one, where the form stands. */
import { shortDate } from '../../domain/dates.ts';
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import type { ReceiptSheet } from '../../workflow/collecting/read-receipt.ts';
import { page, type PageAnswer } from '../answer.ts';
import { formFrame } from './form-frame.ts';
import { momentInWords } from './standing-words.ts';

export function receiptPage(desk: FormDesk, sheet: ReceiptSheet, viewer: 'clerk' | 'approver'): PageAnswer {
  const { receipt, letter, attachments, approvedBy } = sheet;
  const number = receiptNumber(receipt.number);
  return page(
    'receipt',
    `Biên nhận số ${number}`,
    {
      frame: formFrame(desk, viewer, 'receipt'),
      number,
      rows: [
        { key: 'Đơn vị báo cáo', value: capital(sheet.entity) },
        { key: 'Báo cáo', value: sheet.report },
        { key: 'Biểu', value: `${sheet.form.title} (${sheet.form.id})` },
        { key: 'Kỳ báo cáo', value: capital(sheet.period) },
        {
          key: 'Thời điểm nộp',
          value: `${momentWithSeconds(receipt.at)} (${sheet.isLate ? 'trễ hạn' : 'đúng hạn'})`,
        },
        { key: 'Người lập phiếu', value: sheet.sentBy },
        ...(approvedBy === undefined ? [] : [{ key: 'Người duyệt', value: approvedBy }]),
        { key: 'Phiên bản', value: String(sheet.revision) },
        {
          key: 'Công văn kèm theo',
          value: letter ? `Số ${letter.number} ngày ${shortDate(letter.date)}` : 'Không có',
        },
        { key: 'Tệp kèm theo', value: attachments.map(({ name }) => name).join('; ') || 'Không có' },
      ],
      hash: grouped(receipt.hash),
      answersHash: grouped(sheet.answersHash),
    },
    { scripts: ['print.js'] },
  );
}

/** Where there is no receipt: right after sending to the approver, what was done and what comes next. */
export function sentPage(desk: FormDesk, viewer: 'clerk' | 'approver'): PageAnswer {
  const latest = desk.revisions.at(-1);
  const waits = desk.standing.state === 'awaiting-approval' && latest !== undefined;
  return page('sent', waits ? 'Đã gửi lãnh đạo duyệt' : 'Chưa có biên nhận', {
    frame: formFrame(desk, viewer, 'receipt'),
    waits,
    revision: latest?.number ?? null,
    at: latest ? momentInWords(latest.sentAt) : null,
    viewerApproves: viewer === 'approver',
  });
}

/** At least four digits, as receipts are numbered. */
export function receiptNumber(number: number): string {
  return String(number).padStart(4, '0');
}

function momentWithSeconds(at: string): string {
  return momentInWords(at).replace(' phút', ` phút ${at.slice(17, 19)} giây`);
}

/** Eight by eight, to be read aloud and compared. */
function grouped(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? hash;
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

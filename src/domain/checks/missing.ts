/** What is not there: forms not received or empty, required cells left blank, cells answered "chưa có số liệu". */
import { pendingFindingId } from '../aggregation/answers.ts';
import type { Book } from '../aggregation/book.ts';
import type { Completeness, OwedForm } from '../completeness.ts';
import type { Finding } from '../finding.ts';
import { stateInWords } from '../model/outcomes.ts';
import { nameOf } from '../narration/show.ts';

export function findMissing(book: Book, completeness: Completeness): readonly Finding[] {
  return completeness.forms.flatMap((owed) => {
    if (owed.state === 'waived') return [];
    if (owed.state !== 'accepted' || owed.empty) return [notReceived(book, owed)];
    return [...blanks(book, owed), ...pendings(book, owed)];
  });
}

function notReceived(book: Book, owed: OwedForm): Finding {
  const { form, entity } = owed;
  const body = nameOf(book, entity, 'full');
  return {
    id: `missing:${form}/${entity}`,
    check: 'missing',
    severity: 'hard',
    message: `Biểu ${form}, ${body}: ${stateInWords(owed).toLocaleLowerCase('vi')}. Đề nghị đôn đốc đơn vị nộp, tiếp nhận phiếu, hoặc ghi quyết định miễn nộp.`,
    places: [{ kind: 'form', form, entity }],
  };
}

function blanks(book: Book, { form, entity, blank }: OwedForm): readonly Finding[] {
  return blank.map((field) => ({
    id: `blank:${form}/${entity}/${field}`,
    check: 'blank',
    severity: 'hard',
    message: `Biểu ${form}, ${nameOf(book, entity)}, ô “${labelOf(book, form, field)}” còn trống. Đề nghị đơn vị ghi số liệu, hoặc ghi “không phát sinh”, “chưa có số liệu” kèm lý do.`,
    places: [{ kind: 'form', form, entity }],
  }));
}

function pendings(book: Book, { form, entity, pending }: OwedForm): readonly Finding[] {
  return pending.map((field) => {
    const submission = book.facts.submissions.find(
      ({ revision }) => revision.form === form && revision.entity === entity,
    );
    const cell = submission?.revision.cells[field];
    const reason = cell?.state === 'pending' ? cell.reason : '';
    return {
      id: pendingFindingId(form, entity, field),
      check: 'pending',
      severity: 'soft',
      message: `Biểu ${form}, ${nameOf(book, entity)}, ô “${labelOf(book, form, field)}”: chưa có số liệu (${reason}). Số tổng hợp chỉ gồm các đơn vị còn lại nếu được chấp nhận kèm lý do.`,
      places: [{ kind: 'form', form, entity }],
    };
  });
}

function labelOf(book: Book, formId: string, field: string): string {
  const form = book.facts.definition.forms.find(({ id }) => id === formId);
  return form?.sections.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.label ?? field;
}

/** Figures that a body wrote into its prose, past every check: flagged unless they are dates, documents or names. */
import type { Book } from '../aggregation/book.ts';
import type { Finding } from '../finding.ts';
import { nameOf } from '../narration/show.ts';
import { owedForms } from '../owed.ts';
import { soft } from './found.ts';

/** Dates, months, quarters, years, document numbers, ordinals, and names that hold a digit (5G, 4.0, QĐ06). */
const ALLOWED = [
  /\b\d{1,2}\/\d{1,2}\/\d{4}\b/g,
  /\b\d{1,2}\/\d{4}\b/g,
  /\b\d+\/(\d{4}\/)?[A-ZĐ][\p{L}\p{N}-]*/gu,
  /\bngày \d{1,2}(\/\d{1,2})?\b/giu,
  /\btháng \d{1,2}\b/giu,
  /\blần thứ \d+\b/giu,
  /\b(19|20)\d{2}\b/g,
  /\b\d\.\d\b(?=\s*$|[\s,.;)])/g,
  /\b(\p{Lu}[\p{L}]*\d+|\d+\p{Lu}+)\b/gu,
];

/** Characters of the text that a finding repeats. */
const QUOTED = 120;

export function findQuotedFigures(book: Book): readonly Finding[] {
  const { facts } = book;
  const { indicators } = facts.definition;
  return owedForms(facts).flatMap(({ form, bodies }) => {
    const texts = form.sections
      .flatMap(({ fields }) => fields)
      .filter(({ indicator = '' }) => indicators[indicator]?.nature === 'text');
    if (texts.length === 0) return [];
    return bodies.flatMap((entity) => {
      const submission = book.index.submission(form.id, entity);
      if (submission?.state !== 'accepted') return [];
      const { revision } = submission;
      return texts.flatMap((field): readonly Finding[] => {
        const cell = revision.cells[field.id];
        if (cell?.state !== 'value' || !holdsFigure(cell.value)) return [];
        const { value } = cell;
        const message = `biểu ${form.id}, ${nameOf(book, entity)}, ô “${field.label}”: lời văn có số liệu chưa qua biểu mẫu (“${value.slice(0, QUOTED)}”)`;
        const advice = 'Đề nghị bỏ số khỏi lời văn, đưa vào ô số liệu, hoặc ghi lý do giữ lại.';
        const place = {
          kind: 'cell',
          form: form.id,
          entity,
          field: field.id,
          revision: revision.id,
          value,
        } as const;
        const id = `quoted:${form.id}/${entity}/${field.id}`;
        return [soft(id, 'quoted', message, [{ places: [place] }], advice)];
      });
    });
  });
}

/** True when a digit is left after dates, documents and names are taken out. */
export function holdsFigure(text: string): boolean {
  return /\d/.test(ALLOWED.reduce((rest, pattern) => rest.replace(pattern, ''), text));
}

/** A report model as one HTML document, laid out as Decree 30/2020/NĐ-CP wants it. Works without a browser. */
import type { ReportModel } from '../domain/model/report-model.ts';
import { loadDocumentTemplate, type DocumentTemplate } from './document-template.ts';
import { documentView } from './document-view.ts';

let template: DocumentTemplate | undefined;

/**
 * The HTML of `model`, complete and self-contained but for the fonts. Equal models give equal texts. Throws when a
 * chart's picture does not hold exactly the texts of the model.
 */
export function renderHtml(model: ReportModel): string {
  template ??= loadDocumentTemplate();
  const { fill, styleSheet } = template;
  return fill({ ...documentView(model), styleSheet });
}

/** Addresses of the pages of one form. */
import type { FormKey } from '../../workflow/collecting/form-desk.ts';

/** The page on which a form is filled in; its other pages are below it. */
export function formPath({ report, period, form }: FormKey): string {
  return `/bieu/${encodeURIComponent(report)}/${encodeURIComponent(period)}/${encodeURIComponent(form)}`;
}

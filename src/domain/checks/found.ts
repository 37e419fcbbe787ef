/** How a finding is made: a sentence with a capital letter, what to do at its end, and the places it names. */
import type { Finding, Place } from '../finding.ts';

const HARD = 'Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.';
const SOFT = 'Đề nghị kiểm tra, sửa hoặc ghi lý do.';

type Placed = { readonly places: readonly Place[] };

/** Arithmetic or type: cannot be justified. */
export function hard(
  id: string,
  check: string,
  message: string,
  sources: readonly Placed[],
  advice = HARD,
): Finding {
  return found('hard', id, check, message, advice, sources);
}

/** Unusual: stops a final until it has a reason. */
export function soft(
  id: string,
  check: string,
  message: string,
  sources: readonly Placed[],
  advice = SOFT,
): Finding {
  return found('soft', id, check, message, advice, sources);
}

function found(
  severity: Finding['severity'],
  id: string,
  check: string,
  message: string,
  advice: string,
  sources: readonly Placed[],
): Finding {
  const statement = `${capitalised(message)}.`;
  return {
    id,
    check,
    severity,
    message: `${statement} ${advice}`,
    statement,
    places: sources.flatMap(({ places }) => places),
  };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

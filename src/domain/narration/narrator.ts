/** What every helper works with while a text is narrated: the book, where to put runs, and what went wrong. */
import type { Book } from '../aggregation/book.ts';
import type { AnsweredRow } from '../aggregation/answers.ts';
import type { Finding } from '../finding.ts';
import type { RunSink } from './paragraphs.ts';

/** How a mark begins that stands where bodies have not answered yet. */
export const WAITING = '[chưa đủ số liệu';

export interface Narrator {
  readonly book: Book;
  readonly file: string;
  readonly sink: RunSink;
  /** Contradictions between the words of a text and its numbers, filled while narrating. */
  readonly findings: Finding[];
}

/** The options object that Handlebars hands to a helper, as far as helpers use it. */
export interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly narrator: Narrator; readonly row?: AnsweredRow; readonly table?: string };
  readonly loc: { readonly start: { readonly line: number } };
  readonly fn: (context: unknown, options?: { readonly data: unknown }) => string;
  readonly inverse: (context: unknown, options?: { readonly data: unknown }) => string;
}

export type Helper = (...parameters: readonly unknown[]) => string;

/**
 * Makes a Handlebars helper from a function of the narrator, the positional arguments and the options. What it could
 * not print is a finding, unless it waits for bodies: those are named by findings of their own.
 */
export function helper(
  run: (narrator: Narrator, positional: readonly string[], options: HelperOptions) => string,
): Helper {
  return (...parameters) => {
    const options = parameters.at(-1) as HelperOptions;
    const positional = parameters.slice(0, -1).map(String);
    const { narrator } = options.data;
    const printed = run(narrator, positional, options);
    for (const { text } of narrator.sink.takeMissing(printed))
      if (!text.startsWith(WAITING))
        narrator.findings.push(unprinted(narrator, positional[0] ?? '', text, options));
    return printed;
  };
}

/** A final prints no gaps: the text is changed for the period, or the figure is brought in. */
function unprinted({ file }: Narrator, subject: string, text: string, { loc }: HelperOptions): Finding {
  const { line } = loc.start;
  const why = text.replace(/^\[|\]$/g, '');
  return {
    id: `unprinted:${file}:${line}:${subject}`,
    check: 'unprinted',
    severity: 'hard',
    message: `${file}:${line}: “${subject}” chưa in được vì ${why}. Đề nghị bổ sung số liệu (số liệu kỳ trước nạp từ history.csv), hoặc bỏ, thay câu này trong kỳ bằng overrides của report.yaml.`,
    places: [{ kind: 'text', file, line }],
  };
}

/** The content of a block helper when the condition holds, what stands after {{else}} otherwise. */
export function branch(options: HelperOptions, holds: boolean): string {
  return holds ? options.fn({}, { data: options.data }) : options.inverse({}, { data: options.data });
}

/** An option as text, or undefined when it was not given. */
export function textOption({ hash }: HelperOptions, name: string): string | undefined {
  const value = hash[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

export function numberOption(options: HelperOptions, name: string): number | undefined {
  const text = textOption(options, name);
  return text === undefined ? undefined : Number(text);
}

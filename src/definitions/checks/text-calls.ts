/** Takes a text apart: the helpers that it calls, with their arguments and lines, and what the language refuses. */
import Handlebars from 'handlebars';
import { HELPERS } from '../../domain/narration/signatures.ts';
import { suggestion } from '../nearest.ts';
import { hasDigit } from './wording.ts';

/** What stands instead of the words of Handlebars that the texts do not have. */
const INSTEAD: Readonly<Record<string, string>> = {
  if: '; chọn câu theo số liệu bằng {{#ifAny}}, {{#ifAll}}, {{#ifOne}}, {{#ifComparable}}, {{#ifChange}} hoặc {{#ifReached}}',
  unless: '; chọn câu theo số liệu bằng {{#ifAny …}}…{{else}}…{{/ifAny}}',
  each: '; lặp theo các dòng của bảng bằng {{#rows}}',
};

export type ArgumentValue = string | number | boolean;

export interface Call {
  readonly name: string;
  readonly line: number;
  readonly positional: readonly ArgumentValue[];
  readonly options: ReadonlyMap<string, ArgumentValue>;
  /** Table of the nearest {{#rows}} around the call. */
  readonly rowsOf?: string;
}

export interface Fault {
  readonly line: number;
  readonly message: string;
}

export interface TextParts {
  readonly calls: readonly Call[];
  readonly faults: readonly Fault[];
}

/** The calls of a text in their order. Calls that are not well formed are faults and left out. */
export function readText(source: string): TextParts {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  try {
    visit(Handlebars.parseWithoutProcessing(source), undefined, calls, faults);
  } catch (error) {
    faults.push(syntaxFault(error));
  }
  return { calls, faults };
}

function syntaxFault(error: unknown): Fault {
  const text = error instanceof Error ? error.message : '';
  const line = Number(/line (\d+)/.exec(text)?.[1] ?? / - (\d+):\d+/.exec(text)?.[1] ?? 1);
  const unclosed = /^(\S+) doesn't match (\S+)/.exec(text);
  if (unclosed)
    return {
      line,
      message: `{{#${unclosed[1]}}} được đóng bằng {{/${unclosed[2]}}}; vui lòng đóng bằng {{/${unclosed[1]}}}.`,
    };
  return {
    line,
    message:
      'không đúng cú pháp: vui lòng kiểm tra các dấu {{ và }}, dấu nháy, và mỗi {{#…}} có {{/…}} tương ứng.',
  };
}

function visit(program: hbs.AST.Program, rowsOf: string | undefined, calls: Call[], faults: Fault[]): void {
  for (const statement of program.body) {
    const line = statement.loc.start.line;
    if (isContent(statement)) faults.push(...digitFaults(statement, line), ...braceFaults(statement, line));
    else if (isMustache(statement)) {
      if (statement.escaped) note(readCall(statement, 'inline', rowsOf), calls, faults);
      else faults.push({ line, message: 'không dùng {{{…}}} hay {{&…}}; vui lòng viết {{…}}.' });
    } else if (isBlock(statement)) visitBlock(statement, rowsOf, calls, faults);
    else if (statement.type !== 'CommentStatement')
      faults.push({
        line,
        message: 'không dùng được {{> …}} hay {{* …}} trong văn bản; vui lòng viết thẳng nội dung.',
      });
  }
}

function visitBlock(
  block: hbs.AST.BlockStatement,
  rowsOf: string | undefined,
  calls: Call[],
  faults: Fault[],
): void {
  const program: hbs.AST.Program | undefined = block.program;
  const inverse: hbs.AST.Program | undefined = block.inverse;
  const line = block.loc.start.line;
  const call = readCall(block, 'block', rowsOf);
  note(call, calls, faults);
  if (!program) faults.push({ line, message: 'không dùng {{^…}}; vui lòng viết {{#…}}{{else}}…{{/…}}.' });
  if (program?.blockParams && program.blockParams.length > 0)
    faults.push({ line, message: 'không dùng “as |…|” trong văn bản; vui lòng bỏ.' });
  const table = 'name' in call && call.name === 'rows' ? call.positional[0] : undefined;
  if (program) visit(program, typeof table === 'string' ? table : rowsOf, calls, faults);
  if (inverse) visit(inverse, rowsOf, calls, faults);
}

function note(result: Call | Fault, calls: Call[], faults: Fault[]): void {
  if ('name' in result) calls.push(result);
  else faults.push(result);
}

function readCall(
  node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement,
  form: 'inline' | 'block',
  rowsOf: string | undefined,
): Call | Fault {
  const line = node.loc.start.line;
  const fault = (message: string): Fault => ({ line, message });
  const name = isPath(node.path) ? node.path.original : undefined;
  const signature = name !== undefined && Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined;
  if (name === undefined || !signature) {
    const written = name ?? 'chuỗi';
    const near = INSTEAD[written] ?? suggestion(written, Object.keys(HELPERS));
    return fault(
      `không có hàm “${written}”${near || '; số liệu, tên, ngày chỉ được in qua các hàm như {{figure}}, {{name}}, {{date}}'}.`,
    );
  }
  if (signature.block && form === 'inline')
    return fault(`hàm “${name}” bao một đoạn: viết {{#${name} …}}…{{/${name}}}.`);
  if (!signature.block && form === 'block')
    return fault(`hàm “${name}” không bao đoạn nào: viết {{${name} …}}.`);

  const positional: ArgumentValue[] = [];
  const options = new Map<string, ArgumentValue>();
  const hash: hbs.AST.Hash | undefined = node.hash;
  const given = [
    ...node.params.map((value) => ({ key: undefined, value })),
    ...(hash?.pairs ?? []).map(({ key, value }) => ({ key, value })),
  ];
  for (const { key, value } of given) {
    const literal = literalOf(value);
    if (literal === undefined) {
      const written = isPath(value) ? `“${value.original}”` : 'đối số này';
      if (/[“”‘’]/u.test(written.slice(1, -1)))
        return fault(
          `${written.slice(1, -1)} trong hàm “${name}” dùng dấu nháy cong; vui lòng thay bằng dấu nháy thẳng: "…".`,
        );
      return fault(
        `${written} trong hàm “${name}” phải là chữ trong dấu nháy, số, true hoặc false; không dùng biến hay hàm lồng nhau.`,
      );
    }
    if (key === undefined) positional.push(literal);
    else if (options.has(key)) return fault(`đối số “${key}” của hàm “${name}” bị ghi hai lần.`);
    else options.set(key, literal);
  }
  return { name, line, positional, options, ...(rowsOf === undefined ? {} : { rowsOf }) };
}

function* digitFaults(content: hbs.AST.ContentStatement, start: number): Generator<Fault> {
  for (const [index, text] of content.value.split('\n').entries())
    if (hasDigit(text)) {
      const written = /[^\s,.;:()]*\p{Nd}(?:\S*[^\s,.;:()])?/u.exec(text)?.[0] ?? '';
      yield {
        line: start + index,
        message: `“${written}” có chữ số gõ thẳng; vui lòng dùng {{cite}}, {{date}}, {{name}} hoặc một số liệu.`,
      };
    }
}

/** A helper between single braces would be printed as it stands. */
function* braceFaults(content: hbs.AST.ContentStatement, start: number): Generator<Fault> {
  for (const [index, text] of content.value.split('\n').entries()) {
    const written = /\{[^{}]*\}?|\}/.exec(text)?.[0];
    if (written !== undefined)
      yield {
        line: start + index,
        message: `“${written}” sẽ bị in nguyên văn; hàm viết trong hai dấu ngoặc nhọn: {{figure "…"}}.`,
      };
  }
}

function literalOf(value: hbs.AST.Expression): ArgumentValue | undefined {
  if (!('value' in value)) return undefined;
  const literal = value.value;
  return typeof literal === 'string' || typeof literal === 'number' || typeof literal === 'boolean'
    ? literal
    : undefined;
}

function isContent(node: hbs.AST.Node): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement';
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

/** YAML with places: the value that a file holds, and the line on which each part of it stands. */
import {
  isMap,
  isAlias,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLError,
} from 'yaml';
import type { Problem } from './problem.ts';

/** Keys and indexes from the file's top, e.g. ["outline", 0, "text"]. */
export type Path = readonly (string | number)[];

export interface YamlSource {
  readonly value: unknown;
  /** Line of the deepest part of the path that exists; of a key when the part belongs to a map. */
  readonly lineOf: (path: Path) => number;
  /** Line on which the text of a value begins: the next one for a block scalar ("|", ">"). */
  readonly textLineOf: (path: Path) => number;
  /** The characters of a number as they were typed, or undefined for anything else. */
  readonly numberText: (path: Path) => string | undefined;
}

const SYNTAX: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'lề đầu dòng không thẳng với các dòng cùng cấp; vui lòng căn lại bằng dấu cách',
  TAB_AS_INDENT: 'lề đầu dòng dùng phím Tab; vui lòng thay bằng dấu cách',
  MISSING_CHAR: 'thiếu ký tự đóng (dấu nháy, ngoặc) hoặc dấu hai chấm; vui lòng kiểm tra dòng này',
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm, dấu nháy đóng hoặc ngoặc đóng ở dòng này hoặc dòng trước',
  MULTIPLE_DOCS: 'tệp chỉ được có một tài liệu; vui lòng bỏ dòng “---”',
  BAD_ALIAS: 'tên tham chiếu (*) không tồn tại trong tệp',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký tự đặc biệt; vui lòng đặt trong dấu nháy',
};

/** Reads one YAML file; keys written twice and the first syntax error (the others follow from it) are problems. */
export function readYaml(
  file: string,
  text: string,
): { readonly source?: YamlSource; readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = worthNaming([...document.errors, ...document.warnings]).map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: messageOf(error, text),
  }));
  if (problems.length > 0) return { problems };
  return { source: sourceOf(document, lines), problems };
}

function worthNaming(errors: readonly YAMLError[]): readonly YAMLError[] {
  const syntax = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const first = syntax.find(({ code }) => code === 'TAB_AS_INDENT') ?? syntax[0];
  return first ? [first] : errors;
}

function messageOf(error: YAMLError, text: string): string {
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(text.slice(error.pos[0]))?.[0].trim() ?? '';
    return `khóa “${key}” bị ghi hai lần; vui lòng chỉ giữ một.`;
  }
  const known = colonFault(error, text) ?? SYNTAX[error.code];
  return `không đúng cú pháp YAML: ${known ?? 'vui lòng kiểm tra dấu hai chấm, dấu nháy và lề đầu dòng'}.`;
}

/** The commonest slips: a colon within a value, and a key without the space behind its colon. */
function colonFault({ code, pos: [at] }: YAMLError, text: string): string | undefined {
  if (code === 'MISSING_CHAR' || code === 'TAB_AS_INDENT' || code === 'DUPLICATE_KEY') return undefined;
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const line = /^.*/.exec(text.slice(from))?.[0] ?? '';
  const unspaced = /(?:^|[{,]\s*|-\s+|^\s+)([\w<>-]+):(?=[{[\p{L}])/u.exec(line);
  if (unspaced) return `sau dấu hai chấm của “${unspaced[1]}” phải có một dấu cách`;
  const value = /:\s+([^'"{}[\],]+:\s[^'"{}[\],]*)/u.exec(line);
  if (value) return `giá trị “${(value[1] ?? '').trim()}” có dấu hai chấm; vui lòng đặt trong dấu nháy: '…'`;
  return undefined;
}

function sourceOf(document: Document, lines: LineCounter): YamlSource {
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  return {
    value: document.toJS(),
    lineOf: (path) => lineAt(find(document, path).offset),
    textLineOf: (path) => {
      const { node, offset } = find(document, path);
      if (!isScalar(node) || !node.range) return lineAt(offset);
      const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
      return lineAt(node.range[0]) + (block ? 1 : 0);
    },
    numberText: (path) => {
      const { node } = find(document, path);
      return isScalar(node) && typeof node.value === 'number' ? node.source : undefined;
    },
  };
}

/** Walks down as far as the path goes; remembers where the last part that exists begins. */
function find(document: Document, path: Path): { readonly node: unknown; readonly offset: number } {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(part)];
      if (item === undefined) break;
      node = item;
      if (isScalar(item) || isMap(item) || isSeq(item)) offset = item.range?.[0] ?? offset;
    } else break;
  }
  return { node, offset };
}

/** What is wrong with a definition, at a place that its author can open: the only output of the checks. */

export interface Problem {
  /** Path from the folder that holds `reports/`, with "/" between folders. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** What is wrong and what to write instead, in Vietnamese. */
  readonly message: string;
}

/** "reports/x/indicators.yaml:12: …", as compilers print it. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}

/** In the order of files and lines, each once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** One rule of definitions, shown by the smallest change of test/definitions/tiny that breaks it. */
export interface BrokenCase {
  readonly rule: string;
  /** Path within reports/. */
  readonly file: string;
  /** The file's only occurrence of `from` becomes `to`; or the file is created, or removed. */
  readonly change: readonly [from: string, to: string] | { readonly create: string } | 'remove';
  /** Further changes, for a rule that looks at two files. */
  readonly also?: readonly Pick<BrokenCase, 'file' | 'change'>[];
  /** The exact lines that the author sees. */
  readonly problems: readonly string[];
}

/** What is said of a helper: the shape of every entry in the list of helpers. */

/** What an argument names or holds. `choice` lists its values. */
export type ArgumentKind =
  | { readonly kind: 'indicator'; readonly natures?: readonly string[] }
  | { readonly kind: 'block' }
  | { readonly kind: 'table' }
  | { readonly kind: 'column' }
  | { readonly kind: 'form' }
  | { readonly kind: 'body' }
  | { readonly kind: 'status' }
  | { readonly kind: 'window' }
  | { readonly kind: 'period'; readonly next?: true }
  | { readonly kind: 'annex' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'choice'; readonly values: readonly string[] };

export interface Argument {
  readonly type: ArgumentKind;
  readonly about: string;
  readonly required?: boolean;
}

export interface HelperSignature {
  readonly about: string;
  /** Block helpers are written {{#name …}} … {{else}} … {{/name}}. */
  readonly block: boolean;
  readonly positional: readonly (Argument & { readonly name: string })[];
  readonly options: Readonly<Record<string, Argument>>;
  readonly example: string;
  /** What the example prints. */
  readonly prints: string;
}

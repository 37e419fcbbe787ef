/** Why a report could not be rendered, in a sentence for the person who asked for it. */

export type RenderFault =
  'browser-missing' | 'browser-failed' | 'busy' | 'timeout' | 'cancelled' | 'bad-output';

/** `message` is Vietnamese and can be shown as it is; `cause` holds the technical error for the log. */
export class RenderError extends Error {
  readonly code: RenderFault;

  constructor(code: RenderFault, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'RenderError';
    this.code = code;
  }
}

/** What a command has around it: settings, and two places to write to. A test gives its own, the program its process's. */

export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A line of the answer. */
  readonly say: (line: string) => void;
  /** A line on what is wrong. */
  readonly warn: (line: string) => void;
}

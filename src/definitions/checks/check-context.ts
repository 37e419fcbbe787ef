/** What every rule sees: the completed definition, its texts, and the place of each of their parts. */
import type { Definition } from '../../domain/definition.ts';
import { lookupsOf, type Lookups } from './lookups.ts';
import type { Problem } from '../problem.ts';
import type { Path, YamlSource } from '../yaml-source.ts';

/** The files that a rule can point into. */
export type YamlFileName =
  'report' | 'indicators' | 'forms' | 'checks' | 'annexes' | 'splits' | 'rosters' | 'calendar';

/** Where the parts of a definition came from. */
export interface Origins {
  /** Name of the report's folder. */
  readonly folder: string;
  readonly sources: Readonly<Record<YamlFileName, YamlSource>>;
  /** Line of each body in entities.csv, in the definition's order. */
  readonly entityLines: readonly number[];
  readonly fileOf: (name: YamlFileName | 'entities') => string;
  readonly textFileOf: (path: string) => string;
}

export interface CheckContext {
  readonly definition: Definition;
  readonly folder: string;
  readonly find: Lookups;
  /** A problem at a part of a YAML file. */
  readonly at: (file: YamlFileName, path: Path, message: string) => Problem;
  /** A problem at the body with this index. */
  readonly atEntity: (index: number, message: string) => Problem;
  /** A problem at a line of a text file, named as in `definition.texts`. */
  readonly atText: (path: string, line: number, message: string) => Problem;
  /** A problem at a line (from 1) of a text that stands in a YAML file. */
  readonly within: (file: YamlFileName, path: Path, line: number, message: string) => Problem;
}

/** One rule: yields a problem for each place that breaks it. */
export type Rule = (context: CheckContext) => Iterable<Problem>;

export function checkContext(definition: Definition, origins: Origins): CheckContext {
  return {
    definition,
    folder: origins.folder,
    find: lookupsOf(definition),
    at: (file, path, message) => ({
      file: origins.fileOf(file),
      line: origins.sources[file].lineOf(path),
      message,
    }),
    atEntity: (index, message) => ({
      file: origins.fileOf('entities'),
      line: origins.entityLines[index] ?? 1,
      message,
    }),
    atText: (path, line, message) => ({ file: origins.textFileOf(path), line, message }),
    within: (file, path, line, message) => ({
      file: origins.fileOf(file),
      line: origins.sources[file].textLineOf(path) + line - 1,
      message,
    }),
  };
}

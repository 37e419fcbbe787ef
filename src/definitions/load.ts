/** Loads a definition: reads `reports/`, checks shape and references, fills defaults, freezes, hashes. */
import { join } from 'node:path';
import type { Calendar, Check, Definition, Split } from '../domain/definition.ts';
import type { Roster } from '../domain/roster.ts';
import { runChecks } from './checks/run-checks.ts';
import { checkShape } from './check-shape.ts';
import {
  completeDefinition,
  expandBareFields,
  type LooseAnnexes,
  type LooseForms,
  type LooseIndicators,
  type LooseReport,
} from './complete.ts';
import { deepFreeze } from './deep-freeze.ts';
import { definitionHash } from './definition-hash.ts';
import { readEntities, type EntitiesSource } from './entities-source.ts';
import { sortProblems, type Problem } from './problem.ts';
import { fileReader, folderExists, reportFolders, type FileReader } from './read-files.ts';
import { ANNEXES_SCHEMA } from './schemas/annexes-schema.ts';
import { CHECKS_SCHEMA } from './schemas/checks-schema.ts';
import { FORMS_SCHEMA } from './schemas/forms-schema.ts';
import { INDICATORS_SCHEMA } from './schemas/indicators-schema.ts';
import type { Schema } from './schemas/parts.ts';
import { REPORT_SCHEMA } from './schemas/report-schema.ts';
import { SPLITS_SCHEMA } from './schemas/splits-schema.ts';
import { CALENDAR_SCHEMA, ROSTERS_SCHEMA } from './schemas/shared-schemas.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

export type Loaded =
  | { readonly ok: true; readonly definition: Definition; readonly hash: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const OWN_FILES = ['report', 'indicators', 'forms', 'checks', 'annexes', 'splits'] as const;
type OwnFile = (typeof OWN_FILES)[number];

const SHARED_FILES = {
  entities: 'entities.csv',
  rosters: 'rosters.yaml',
  calendar: 'calendar.yaml',
} as const;

/** A file whose shape is right, with the places of its parts. */
interface Read<T> {
  readonly value: T;
  readonly source: YamlSource;
}

/**
 * Loads `<reportsDir>/<reportId>` with the files that all reports share.
 * @returns the frozen definition with the SHA-256 of its content, or every problem found, in the order of files and
 * lines. References are checked only when all files have the right shape.
 */
export async function loadDefinition(reportsDir: string, reportId: string): Promise<Loaded> {
  const reader = fileReader(reportsDir);
  const missing = await missingFolder(reportsDir, reportId, reader);
  if (missing) return { ok: false, problems: [missing] };

  const path = (name: OwnFile): string => `${reportId}/${name}.yaml`;
  const report = await readYamlFile<LooseReport>(reader, path('report'), REPORT_SCHEMA);
  const indicators = await readYamlFile<LooseIndicators>(reader, path('indicators'), INDICATORS_SCHEMA);
  const forms = await readYamlFile<LooseForms>(reader, path('forms'), FORMS_SCHEMA);
  const checks = await readYamlFile<readonly Check[]>(reader, path('checks'), CHECKS_SCHEMA, []);
  const annexes = await readYamlFile<LooseAnnexes>(reader, path('annexes'), ANNEXES_SCHEMA, {});
  const splits = await readYamlFile<readonly Split[]>(reader, path('splits'), SPLITS_SCHEMA, []);
  const rosters = await readYamlFile<readonly Roster[]>(reader, 'rosters.yaml', ROSTERS_SCHEMA);
  const calendar = await readYamlFile<Calendar>(reader, 'calendar.yaml', CALENDAR_SCHEMA);
  const entities = await readEntitiesFile(reader);
  const texts = await readTexts(reportId, reader);
  await noteStrayFiles(reportId, reader);
  if (reader.problems.length > 0) return { ok: false, problems: sortProblems(reader.problems) };
  if (
    !report ||
    !indicators ||
    !forms ||
    !checks ||
    !annexes ||
    !splits ||
    !rosters ||
    !calendar ||
    !entities
  )
    throw new Error('a file of the definition was refused without a problem');

  const definition = completeDefinition({
    report: report.value,
    indicators: indicators.value,
    forms: forms.value,
    checks: checks.value,
    annexes: annexes.value,
    splits: splits.value,
    rosters: rosters.value,
    calendar: calendar.value,
    entities: entities.entities,
    texts,
  });
  const problems = runChecks(definition, {
    folder: reportId,
    sources: {
      report: report.source,
      indicators: indicators.source,
      forms: forms.source,
      checks: checks.source,
      annexes: annexes.source,
      splits: splits.source,
      rosters: rosters.source,
      calendar: calendar.source,
    },
    entityLines: entities.lines,
    fileOf: (name) => reader.name(isOwnFile(name) ? path(name) : SHARED_FILES[name]),
    textFileOf: (text) => reader.name(`${reportId}/${text}`),
  });
  if (problems.length > 0) return { ok: false, problems: sortProblems(problems) };
  return { ok: true, definition: deepFreeze(definition), hash: definitionHash(definition) };
}

/** Ids of the reports in a folder: its folders that hold a report.yaml, in order. */
export async function listReports(reportsDir: string): Promise<readonly string[]> {
  return reportFolders(reportsDir);
}

async function missingFolder(
  reportsDir: string,
  reportId: string,
  reader: FileReader,
): Promise<Problem | undefined> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(reportId))
    return {
      file: reader.name(''),
      line: 1,
      message: `“${reportId}” không phải mã báo cáo; mã là tên thư mục gồm chữ thường không dấu, chữ số và dấu gạch ngang.`,
    };
  if (await folderExists(join(reportsDir, reportId))) return undefined;
  const known = await listReports(reportsDir);
  const others = known.length > 0 ? ` Các báo cáo hiện có: ${known.join(', ')}.` : '';
  return {
    file: reader.name(reportId),
    line: 1,
    message: `không có thư mục của báo cáo “${reportId}”.${others}`,
  };
}

/** Reads and checks one file; `absent` is its value when it is not there or empty. */
async function readYamlFile<T>(
  reader: FileReader,
  path: string,
  schema: Schema,
  absent?: T,
): Promise<Read<T> | undefined> {
  const read = await reader.read(path, absent === undefined ? 'problem' : 'allowed');
  if (!read) return absent === undefined ? undefined : { value: absent, source: emptySource(absent) };
  const { source, problems } = readYaml(read.file, read.text);
  reader.note(...problems);
  if (!source) return undefined;
  if (source.value === null && absent !== undefined) return { value: absent, source: emptySource(absent) };
  if (schema === FORMS_SCHEMA) expandBareFields(source.value);
  const shaped = checkShape<T>(schema, source, read.file);
  reader.note(...shaped.problems);
  return shaped.value === undefined ? undefined : { value: shaped.value, source };
}

function emptySource(value: unknown): YamlSource {
  return { value, lineOf: () => 1, textLineOf: () => 1, numberText: () => undefined };
}

async function readEntitiesFile(reader: FileReader): Promise<EntitiesSource | undefined> {
  const read = await reader.read(SHARED_FILES.entities, 'problem');
  if (!read) return undefined;
  const { source, problems } = readEntities(read.file, read.text);
  reader.note(...problems);
  return source;
}

async function readTexts(reportId: string, reader: FileReader): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const path of await reader.list(`${reportId}/text`, 'below')) {
    if (!path.endsWith('.hbs')) continue;
    const read = await reader.read(`${reportId}/text/${path}`, 'problem');
    if (read) texts[`text/${path}`] = read.text;
  }
  return texts;
}

/** A YAML file that nothing reads is a misspelt name. */
async function noteStrayFiles(reportId: string, reader: FileReader): Promise<void> {
  const names = OWN_FILES.map((name) => `${name}.yaml`);
  for (const file of await reader.list(reportId, 'inside'))
    if (/\.ya?ml$/.test(file) && !names.includes(file))
      reader.note({
        file: reader.name(`${reportId}/${file}`),
        line: 1,
        message: `tệp này không được dùng; tên đúng là một trong: ${names.join(', ')}.`,
      });
}

function isOwnFile(name: string): name is OwnFile {
  return OWN_FILES.some((own) => own === name);
}

/** Reads period.yaml, which stands in for the clock and the desk: a sample compiles the same on any day. */
import { basename } from 'node:path';
import { checkShape } from '../../definitions/check-shape.ts';
import { suggestion } from '../../definitions/nearest.ts';
import type { Problem } from '../../definitions/problem.ts';
import { readYaml, type Path } from '../../definitions/yaml-source.ts';
import { isIsoDate, type IsoDate } from '../../domain/dates.ts';
import type { Definition } from '../../domain/definition.ts';
import type { Window } from '../../domain/period.ts';
import type { Justification, Waiver } from '../../domain/submission.ts';
import { decodeText } from './decode-text.ts';
import { PERIOD_SCHEMA } from './period-schema.ts';
import { readBytes } from './read-bytes.ts';

export interface PeriodSettings {
  readonly illustrative: boolean;
  /** Times with offset, in this order. */
  readonly open: string;
  readonly due: string;
  readonly close: string;
  readonly publish: string;
  /** Windows that differ from the rules of the report, by id. */
  readonly windows: Readonly<Record<string, Window>>;
  readonly document?: { readonly date: IsoDate; readonly number?: string; readonly signer?: string };
  readonly received: ReceivedTimes;
  /** What is left blank of standing answers was confirmed. */
  readonly confirmStanding: boolean;
  readonly waivers: readonly Waiver[];
  readonly justifications: readonly Justification[];
}

export interface ReceivedTimes {
  readonly default?: string;
  /** By form id, then body id. */
  readonly byForm: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type PeriodSettingsReading =
  | { readonly ok: true; readonly settings: PeriodSettings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The file as its schema admits it. */
interface Loose extends Pick<PeriodSettings, 'open' | 'due' | 'close' | 'publish' | 'document'> {
  readonly illustrative?: boolean;
  readonly confirmStanding?: boolean;
  readonly windows?: Readonly<Record<string, Window>>;
  readonly received?: { readonly default?: string } & Readonly<
    Record<string, string | Record<string, string>>
  >;
  readonly waivers?: readonly Waiver[];
  readonly justifications?: readonly (Omit<Justification, 'at'> & { readonly at?: string })[];
}

const MOST_MEGABYTES = 1;

/** The time at which a body's answer to a form counts as received; undefined when the settings do not say. */
export function receivedAt(
  { byForm, ...times }: ReceivedTimes,
  form: string,
  entity: string,
): string | undefined {
  return byForm[form]?.[entity] ?? times.default;
}

/** Reads the settings and checks them against the definition: its windows, forms and bodies. */
export async function readPeriodSettings(
  path: string,
  definition: Definition,
): Promise<PeriodSettingsReading> {
  const file = basename(path);
  const read = await readBytes(path, MOST_MEGABYTES);
  if (!read.ok) return failure(file, 1, `tìm thấy ${read.found}, cần ${read.expected}.`);
  const decoded = decodeText(read.bytes);
  if (!decoded.ok)
    return failure(file, decoded.row ?? 1, `tìm thấy ${decoded.found}; vui lòng lưu lại với bảng mã UTF-8.`);
  const { source, problems } = readYaml(file, decoded.text);
  if (!source) return { ok: false, problems };
  const shaped = checkShape<Loose>(PERIOD_SCHEMA, source, file);
  if (shaped.value === undefined) return { ok: false, problems: shaped.problems };
  const wrong = [...contradictions(shaped.value, definition)].map(([at, message]) => ({
    file,
    line: source.lineOf(at),
    message,
  }));
  return wrong.length === 0 ? { ok: true, settings: complete(shaped.value) } : { ok: false, problems: wrong };
}

function complete(loose: Loose): PeriodSettings {
  const { open, due, close, publish, document, windows = {}, waivers = [], justifications = [] } = loose;
  const { default: usual, ...byForm } = loose.received ?? {};
  const forms = Object.entries(byForm).flatMap(([form, times]) =>
    typeof times === 'string' ? [] : [[form, times] as const],
  );
  return {
    illustrative: loose.illustrative ?? false,
    open,
    due,
    close,
    publish,
    windows,
    ...(document ? { document } : {}),
    received: { ...(usual === undefined ? {} : { default: usual }), byForm: Object.fromEntries(forms) },
    confirmStanding: loose.confirmStanding ?? false,
    waivers,
    justifications: justifications.map((given) => ({ at: publish, ...given })),
  };
}

/** What the schema cannot see: times out of order, windows that end before they begin, names that do not exist. */
function* contradictions(loose: Loose, definition: Definition): Generator<[at: Path, message: string]> {
  const steps = ['open', 'due', 'close', 'publish'] as const;
  for (const [index, step] of steps.entries()) {
    if (!isIsoDate(loose[step].slice(0, 10)))
      yield [[step], `“${step}” không phải một ngày có thật: “${loose[step]}”.`];
    const before = steps[index - 1];
    if (before && Date.parse(loose[before]) > Date.parse(loose[step]))
      yield [[step], `“${step}” (${loose[step]}) phải sau “${before}” (${loose[before]}).`];
  }
  for (const [id, { from, to }] of Object.entries(loose.windows ?? {})) {
    yield* unknown(['windows', id], 'kỳ số liệu', id, Object.keys(definition.report.windows));
    if (from > to) yield [['windows', id], `kỳ số liệu “${id}” bắt đầu (${from}) sau khi kết thúc (${to}).`];
  }
  const forms = definition.forms.map(({ id }) => id);
  const bodies = definition.entities.map(({ id }) => id);
  for (const [form, times] of Object.entries(loose.received ?? {})) {
    if (typeof times === 'string') continue;
    yield* unknown(['received', form], 'biểu', form, forms);
    for (const body of Object.keys(times)) yield* unknown(['received', form, body], 'đơn vị', body, bodies);
  }
  for (const [index, { entity, form }] of (loose.waivers ?? []).entries()) {
    yield* unknown(['waivers', index, 'entity'], 'đơn vị', entity, bodies);
    if (form !== undefined) yield* unknown(['waivers', index, 'form'], 'biểu', form, forms);
  }
}

function* unknown(
  at: Path,
  what: string,
  id: string,
  known: readonly string[],
): Generator<[at: Path, message: string]> {
  if (!known.includes(id)) yield [at, `không có ${what} “${id}”${suggestion(id, known)}.`];
}

function failure(file: string, line: number, message: string): PeriodSettingsReading {
  return { ok: false, problems: [{ file, line, message }] };
}

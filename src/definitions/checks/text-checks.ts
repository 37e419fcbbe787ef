/** Rules on the texts, both the files and the lines within report.yaml. */
import type { Form, Frequency, Validity } from '../../domain/definition.ts';
import { HELPERS } from '../../domain/narration/signatures.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml-source.ts';
import type { CheckContext } from './check-context.ts';
import { covers, isEmpty } from './lookups.ts';
import { frequencyOf, isPeriodId } from '../../domain/period.ts';
import { lifeOfPeriod, placedBlocks } from './outline-checks.ts';
import { formKindFault, kindFault, kindsOf, tableKindFault } from './nesting-checks.ts';
import { argumentFaults, tableOf } from './text-arguments.ts';
import { leadFaults } from './text-leads.ts';
import { readText, type Call } from './text-calls.ts';
import { indicatorsNamed, meaningFaults } from './text-meaning.ts';
import { lifeName } from './wording.ts';

interface Text {
  readonly source: string;
  readonly at: (line: number, message: string) => Problem;
  /** Where and when it is printed. */
  readonly uses: readonly {
    readonly life: Validity;
    readonly where: string;
    readonly kinds: readonly Frequency[];
  }[];
}

/** Every text parses, calls helpers as they are defined, and types no figure. */
export function* textLanguage(context: CheckContext): Generator<Problem> {
  for (const { source, at } of texts(context)) {
    const { calls, faults } = readText(source);
    for (const { line, message } of [...faults, ...leadFaults(source)]) yield at(line, message);
    for (const call of calls)
      for (const message of [...argumentFaults(context, call), ...meaningFaults(context, call)])
        yield at(call.line, message);
  }
}

/** An indicator or a form is valid in every month in which a text that names it is printed. */
export function* textsInTime(context: CheckContext): Generator<Problem> {
  for (const { source, at, uses } of texts(context))
    for (const call of readText(source).calls) {
      for (const code of indicatorsNamed(context, call)) yield* lifeFaults(context, call, code, at, uses);
      yield* kindFaults(context, call, at, uses);
      yield* annexFaults(context, call, at, uses);
      const form = formNamed(context, call);
      for (const use of form ? uses : [])
        if (form && !isEmpty(form) && !covers(form, use.life))
          yield at(
            call.line,
            `biểu “${form.id}” chỉ được nộp ${lifeName(form)} nhưng ${use.where} in ${lifeName(use.life)}; vui lòng giới hạn from, to của mục hoặc bỏ biểu này.`,
          );
    }
}

/** What a text prints is there in every kind of period that prints it. */
function* kindFaults(
  context: CheckContext,
  call: Call,
  at: Text['at'],
  uses: Text['uses'],
): Generator<Problem> {
  const { definition, find } = context;
  const form = formNamed(context, call);
  const table = tableOf(call);
  const sources = table === undefined ? [] : find.tables(table).map((known) => known.form);
  for (const { where, kinds } of uses) {
    const faults = [
      ...indicatorsNamed(context, call).map((code) => kindFault(definition, code, kinds)),
      form && formKindFault(form, kinds),
      table === undefined ? undefined : tableKindFault(definition, sources, table, kinds),
    ];
    for (const fault of faults)
      if (fault !== undefined)
        yield at(
          call.line,
          `${fault} nhưng ${where} in ở kỳ ấy; vui lòng giới hạn frequencies của mục, hoặc hỏi ở một biểu của kỳ ấy.`,
        );
  }
}

/** An annex that a text names is printed wherever the text is. */
function* annexFaults(
  { definition }: CheckContext,
  call: Call,
  at: Text['at'],
  uses: Text['uses'],
): Generator<Problem> {
  const annex =
    call.name === 'annex' ? definition.annexes.find(({ id }) => id === call.positional[0]) : undefined;
  if (!annex || isEmpty(annex)) return;
  for (const { life, where, kinds } of uses)
    if (!covers(annex, life) || !kinds.every((kind) => annex.frequencies?.includes(kind) ?? true))
      yield at(
        call.line,
        `phụ lục “${annex.id}” không có trong mọi kỳ mà ${where} in; vui lòng giới hạn from, to, frequencies của mục như của phụ lục.`,
      );
}

function formNamed({ find }: CheckContext, { name, positional: [first] }: Call): Form | undefined {
  const kind = HELPERS[name]?.positional[0]?.type.kind ?? '';
  return ['form', 'body'].includes(kind) && typeof first === 'string' ? find.form(first) : undefined;
}

function* lifeFaults(
  { find }: CheckContext,
  call: Call,
  code: string,
  at: Text['at'],
  uses: Text['uses'],
): Generator<Problem> {
  const life = find.life(code);
  for (const use of uses)
    if (!isEmpty(life) && !covers(life, use.life))
      yield at(
        call.line,
        `chỉ tiêu “${code}” chỉ có số liệu ${lifeName(life)} nhưng ${use.where} in ${lifeName(use.life)}; vui lòng giới hạn from, to của mục hoặc bỏ chỉ tiêu này.`,
      );
}

function texts(context: CheckContext): readonly Text[] {
  const { definition, atText, within } = context;
  const { document, outline, overrides, changes = [] } = definition.report;
  const inYaml = (path: Path, source: string): Text => ({
    source,
    at: (line, message) => within('report', path, line, message),
    uses: [{ life: {}, where: 'phần đầu văn bản', kinds: definition.report.frequency }],
  });
  const usesOf = (path: string): Text['uses'] => [
    ...placedBlocks(outline)
      .filter(({ block }) => block.text === path)
      .map(({ block, life, limits }) => ({
        life,
        where: `mục “${block.id}”`,
        kinds: kindsOf(definition, ...limits),
      })),
    ...overrides
      .filter(({ text, period }) => text === path && isPeriodId(period))
      .map(({ block, period }) => ({
        life: lifeOfPeriod(period),
        where: `mục “${block}” của kỳ ${period}`,
        kinds: [frequencyOf(period)],
      })),
  ];
  return [
    inYaml(['document', 'subject'], document.subject),
    ...document.grounds.map((ground, index) => inYaml(['document', 'grounds', index], ground)),
    ...changes.flatMap(({ document: { subject, grounds = [] } = {} }, place) => {
      const path = ['changes', place, 'document'];
      return [
        ...(subject === undefined ? [] : [inYaml([...path, 'subject'], subject)]),
        ...grounds.map((ground, index) => inYaml([...path, 'grounds', index], ground)),
      ];
    }),
    ...Object.entries(definition.texts).map(([path, source]) => ({
      source,
      at: (line: number, message: string) => atText(path, line, message),
      uses: usesOf(path),
    })),
  ];
}

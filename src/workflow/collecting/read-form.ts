/** Reads a form as its page shows it: what is typed, what was said before, what may be confirmed, and what may be done. */
import { readAttachments, readSentAttachments, type Attachment } from '../../db/attachments.ts';
import { readContact } from '../../db/bodies.ts';
import type { RevisionRecord } from '../../db/revision-records.ts';
import { inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { computedFigures } from '../../domain/collecting/computed.ts';
import {
  answersOf,
  type LaidField,
  type LaidForm,
  type LaidTable,
} from '../../domain/collecting/lay-draft.ts';
import { viewerFor, type Viewer } from '../../domain/collecting/form-standing.ts';
import { kindOfAnswer } from '../../domain/collecting/read-input.ts';
import type { TableColumnDefinition } from '../../domain/definition.ts';
import { entityById } from '../../domain/entity.ts';
import {
  periodName,
  previousPeriod,
  windowName,
  windowOf,
  yearAgo,
  type Window,
} from '../../domain/period.ts';
import { mayBeNone, numberKind } from '../../domain/validation/answers-schema.ts';
import { hasStanding } from '../standing/read-proposals.ts';
import type { Workplace } from '../workplace.ts';
import { offersIn, readOffers, type Offers } from './confirm-offers.ts';
import { readEarlierAnswers, type EarlierAnswers } from './earlier-answers.ts';
import type { DeskColumn, DeskField, DeskTable, FormDesk, FormKey, RevisionSummary } from './form-desk.ts';
import { readOwnPast } from './own-past.ts';
import { isWhole, requirePaper, type Paper } from './paper.ts';
import { removedRows } from './removed-rows.ts';
import { readPaperState, type PaperState } from './paper-state.ts';

const NOTHING_SENT: ReadonlyMap<string, readonly Attachment[]> = new Map();

/** @throws WorkflowProblem as `requirePaper`. */
export async function readForm(workplace: Workplace, person: Person, key: FormKey): Promise<FormDesk> {
  const { db } = workplace;
  const paper = await requirePaper(db, person, key);
  const at = workplace.now();
  if (isWhole(paper) && !hasStanding(paper.pinned.definition)) return deskOf(db, person, paper, at);
  return inSnapshot(db, async (trx) => deskOf(trx, person, await requirePaper(trx, person, key), at));
}

async function deskOf(db: Workplace['db'], person: Person, paper: Paper, at: string): Promise<FormDesk> {
  const state = await readPaperState(db, person, paper, at);
  const viewer = viewerFor(person.role);
  const earlier = await readEarlierAnswers(db, paper, await readOwnPast(db, paper));
  const proposal = state.acts.includes('edit') ? await readOffers(db, paper, state) : undefined;
  const offers = offersIn(proposal, state);
  const { head } = paper;
  const sent = head.revision > 0 ? await readSentAttachments(db, paper.key) : NOTHING_SENT;
  const own = viewer === 'body' && head.attachments > 0 ? await readAttachments(db, paper.key) : [];
  const attachments = viewer === 'body' ? own : (sent.get(state.latestRecord?.id ?? '') ?? []);
  const contact = await readContact(db, paper.key.entity);
  const records =
    viewer === 'department'
      ? state.records.filter(({ approval }) => approval === 'submitted')
      : state.records;
  const receipt = records.findLast((record) => record.receipt !== undefined)?.receipt;
  return {
    ...headOf(paper),
    standing: state.standing,
    acts: state.acts,
    approvalRequired: head.approvalRequired,
    version: state.draft?.version ?? 0,
    ...draftOf(state, viewer),
    ...contentOf(paper, state.laid, earlier, offers),
    attachments,
    ...(contact ? { contact } : {}),
    revisions: records.map((record) => summaryOf(record, sent)),
    ...(receipt ? { receipt } : {}),
  };
}

type Head = 'key' | 'report' | 'period' | 'title' | 'entity';

function headOf({ key, pinned, form, entity }: Paper): Pick<FormDesk, Head> {
  const { definition, settings, state } = pinned;
  const window = settings.windows['ky'] ?? { from: '', to: '' };
  return {
    key,
    report: { id: key.report, title: definition.report.title },
    period: {
      ...named(key.period),
      due: settings.due,
      state,
      window: { ...window, name: windowName(window) },
      previous: named(previousPeriod(key.period)),
      yearAgo: named(yearAgo(key.period)),
    },
    title: form.title,
    entity: { id: entity.id, name: entity.name, shortName: entity.shortName },
  };
}

function named(id: string): { readonly id: string; readonly name: string } {
  return { id, name: periodName(id) };
}

/** What is not sent yet is the body's own business; its approver is told that there is something. */
function draftOf(
  { draft, latest }: PaperState,
  viewer: Viewer,
): Pick<FormDesk, 'saved' | 'overtaken' | 'newerDraft'> {
  if (viewer === 'department' || !draft?.unsent) return {};
  const saved = { at: draft.changedAt, by: draft.changedBy };
  if (viewer === 'approver') return { newerDraft: saved };
  const overtaken = latest !== undefined && latest.number > draft.base;
  return {
    saved,
    ...(overtaken ? { overtaken: { revision: latest.number, receivedAt: latest.receivedAt } } : {}),
  };
}

type Content = 'sections' | 'tables' | 'computed' | 'letter' | 'offered';

function contentOf(
  paper: Paper,
  laid: LaidForm,
  earlier: EarlierAnswers,
  offers: Offers,
): Pick<FormDesk, Content> {
  const { form, key, pinned } = paper;
  const byId = new Map(laid.fields.map((one) => [one.field.id, one]));
  const offered = new Map(offers.fields.map(({ field, offer }) => [field.id, offer]));
  return {
    sections: form.sections
      .map(({ title, fields }) => ({
        title,
        fields: fields.flatMap(({ id }): readonly DeskField[] => {
          const one = byId.get(id);
          return one ? [fieldOf(paper, one, earlier, offered.get(id))] : [];
        }),
      }))
      .filter(({ fields }) => fields.length > 0),
    tables: laid.tables.map((table) => tableOf(paper, table, earlier, offers)),
    computed: computedFigures(
      pinned.definition,
      laid.fields.map(({ field }) => field),
      key.period,
      answersOf(laid).cells,
    ),
    letter: laid.letter,
    offered: [...offers.fields.map(({ field }) => field.id), ...offers.tables.map(({ table }) => table.id)],
  };
}

function fieldOf(
  paper: Paper,
  one: LaidField,
  earlier: EarlierAnswers,
  offer: Offers['fields'][number]['offer'] | undefined,
): DeskField {
  const { field, indicator, input, reading, version, saved } = one;
  const kind = kindOfAnswer(field, indicator);
  const { signed, fraction } = numberKind(field, indicator);
  const { carried, ...typed } = input;
  const [previous, before] = [earlier.previous(one), earlier.yearAgo(one)];
  return {
    id: field.id,
    label: field.label,
    ...(field.guidance === undefined ? {} : { guidance: field.guidance }),
    unit: kind === 'number' ? unitOf(one) : '',
    kind,
    nature: indicator.nature,
    isControl: field.control !== undefined,
    mayBeFraction: kind === 'number' && fraction,
    mayBeNegative: kind === 'number' && signed,
    choices: kind === 'status' ? indicator.statuses : [],
    optional: field.optional,
    mayBeNone: mayBeNone(field, indicator),
    mayNotApply: field.mayNotApply,
    evidence: field.evidence,
    asksAsOf: field.asOf,
    window: windowFor(paper, indicator.window),
    input: typed,
    reading,
    version,
    ...(saved ? { saved } : {}),
    ...(carried ? { carried } : {}),
    ...(previous ? { previous } : {}),
    ...(before ? { yearAgo: before } : {}),
    ...(offer
      ? { offer: { answer: offer.answer, carried: offer.carried, age: offer.age, limit: offer.limit } }
      : {}),
  };
}

/** A stated change is a percentage, or of a rate in points; a count of bodies in a class has no unit of its own. */
function unitOf({ field: { control }, indicator }: LaidField): string {
  if (control?.versus !== undefined) return indicator.unit === '%' ? 'điểm phần trăm' : '%';
  return indicator.unit;
}

function windowFor({ key, pinned }: Paper, id: string): Window {
  const { settings, definition } = pinned;
  const rule = definition.report.windows[id];
  return (
    settings.windows[id] ??
    (rule ? windowOf(rule, key.period) : (settings.windows['ky'] ?? { from: '', to: '' }))
  );
}

function tableOf(
  { pinned }: Paper,
  { table, mark, version, rows, removed }: LaidTable,
  earlier: EarlierAnswers,
  { tables }: Offers,
): DeskTable {
  const offer = tables.find((one) => one.table.id === table.id)?.offer;
  return {
    id: table.id,
    title: table.title,
    columns: table.columns.map((column) => columnOf(column, pinned)),
    standing: table.standing !== undefined,
    ...(mark === undefined ? {} : { mark }),
    version,
    rows: rows.map(({ row: _row, ...shown }) => shown),
    removed: removedRows(removed),
    ...(offer
      ? { offer: { rows: offer.answer, carried: offer.carried, age: offer.age, limit: offer.limit } }
      : {}),
    previous: earlier.rows(table.id),
  };
}

function columnOf(
  { id, label, type, unit, optional, choices, roster }: TableColumnDefinition,
  { definition, members }: Paper['pinned'],
): DeskColumn {
  const bodies = type === 'body' ? (members[roster ?? ''] ?? []) : [];
  return {
    id,
    label,
    type,
    ...(unit === undefined ? {} : { unit }),
    optional,
    choices:
      type === 'body'
        ? bodies.map((body) => ({
            id: body,
            label: entityById(definition.entities, body)?.shortName ?? body,
          }))
        : choices,
  };
}

function summaryOf(
  record: RevisionRecord,
  sent: ReadonlyMap<string, readonly Attachment[]>,
): RevisionSummary {
  const { number, id, hash, sentAt, sentBy, approval, approvedAt, approvedBy, decision, kept } = record;
  return {
    number,
    id,
    hash,
    sentAt,
    sentBy,
    approval,
    ...(approvedAt === undefined ? {} : { approvedAt }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(kept ? { kept } : {}),
    ...(decision ? { decision } : {}),
    ...(record.receipt ? { receipt: record.receipt.number } : {}),
    ...(record.letter ? { letter: record.letter } : {}),
    attachments: sent.get(id) ?? [],
  };
}

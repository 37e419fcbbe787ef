/** Compiled reports: a page for each, its HTML for the frame, and its files. */
import {
  readEditionFile,
  readEditionsOf,
  readEditionText,
  readFindingsOfEdition,
} from '../../workflow/board/read-editions.ts';
import { file, type Answer, type StreamAnswer } from '../answer.ts';
import { notFound } from '../problem.ts';
import type { PersonVisit, Route } from '../route.ts';
import { BOARD } from '../views/board-words.ts';
import { editionPage } from '../views/edition.ts';

const EDITION = `${BOARD}/:report/:period/tong-hop/ban/:number`;
const DEPARTMENT = { roles: ['compiler', 'reviewer'], body: 'none' } as const;

export const EDITION_ROUTES: readonly Route[] = [
  { method: 'get', path: EDITION, ...DEPARTMENT, handler: showEdition },
  { method: 'get', path: `${EDITION}/report.html`, ...DEPARTMENT, handler: showHtml },
  { method: 'get', path: `${EDITION}/report.pdf`, ...DEPARTMENT, handler: showPdf },
  {
    method: 'get',
    path: `${EDITION}/findings.json`,
    ...DEPARTMENT,
    handler: (visit: PersonVisit) => giveJson(visit, 'findings'),
  },
  {
    method: 'get',
    path: `${EDITION}/ledger.json`,
    ...DEPARTMENT,
    handler: (visit: PersonVisit) => giveJson(visit, 'ledger'),
  },
];

async function showEdition(visit: PersonVisit): Promise<Answer> {
  const { workplace, person } = visit;
  const { report, period, number } = editionOf(visit);
  const findings = await readFindingsOfEdition(workplace, person, report, period, number);
  const editions = await readEditionsOf(workplace, person, report, period);
  const edition = editions.editions.find((one) => one.number === number);
  if (!edition) throw notFound();
  return editionPage(editions, edition, findings);
}

/** Styles of the document stand in it; nothing else may load, run, or leave the frame. */
const DOCUMENT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

async function showHtml(visit: PersonVisit): Promise<Answer> {
  const { report, period, number } = editionOf(visit);
  const html = await readEditionText(visit.workplace, visit.person, report, period, number, 'html');
  return shown('text/html; charset=utf-8', Buffer.from(html), {
    'Content-Security-Policy': DOCUMENT_POLICY,
    'X-Frame-Options': 'SAMEORIGIN',
  });
}

/** In a tab of the browser's own viewer, or to be saved. */
async function showPdf(visit: PersonVisit): Promise<Answer> {
  const { report, period, number } = editionOf(visit);
  const pdf = await readEditionFile(visit.workplace, visit.person, report, period, number);
  const name = `${report}-${period}-ban-${number}.pdf`;
  if (visit.query.has('tai-ve')) return file(pdf, 'application/pdf', name);
  return shown('application/pdf', pdf, { 'Content-Disposition': `inline; filename="${name}"` });
}

async function giveJson(visit: PersonVisit, part: 'findings' | 'ledger'): Promise<Answer> {
  const { report, period, number } = editionOf(visit);
  const text = await readEditionText(visit.workplace, visit.person, report, period, number, part);
  return file(Buffer.from(text), 'application/json', `${report}-${period}-ban-${number}-${part}.json`);
}

function shown(type: string, bytes: Uint8Array, headers: Readonly<Record<string, string>>): StreamAnswer {
  return {
    kind: 'stream',
    send: async (response) => {
      response
        .status(200)
        .set({ ...headers, 'Content-Type': type })
        .end(bytes);
    },
  };
}

function editionOf({ params }: PersonVisit): {
  readonly report: string;
  readonly period: string;
  readonly number: number;
} {
  const { report = '', period = '', number = '' } = params;
  if (!/^[1-9]\d{0,5}$/.test(number)) throw notFound();
  return { report, period, number: Number(number) };
}

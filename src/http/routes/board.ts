/** The compiling department's desk: the periods, and one of them with every paper that is owed. */
import { readBoard } from '../../workflow/board/read-board.ts';
import { readReports } from '../../workflow/board/read-reports.ts';
import type { Answer } from '../answer.ts';
import type { PersonVisit, Route } from '../route.ts';
import { boardPage } from '../views/board.ts';
import { BOARD } from '../views/board-words.ts';
import { reportsPage } from '../views/reports.ts';

const DEPARTMENT = ['compiler', 'reviewer'] as const;

export const BOARD_ROUTES: readonly Route[] = [
  { method: 'get', path: BOARD, roles: DEPARTMENT, body: 'none', handler: showReports },
  { method: 'get', path: `${BOARD}/:report/:period`, roles: DEPARTMENT, body: 'none', handler: showBoard },
];

async function showReports({ workplace, person }: PersonVisit): Promise<Answer> {
  return reportsPage(await readReports(workplace, person));
}

async function showBoard({ workplace, person, params, query }: PersonVisit): Promise<Answer> {
  const { report = '', period = '' } = params;
  const filter = {
    show: query.get('loc'),
    block: query.get('khoi'),
    body: query.get('don-vi').trim().slice(0, 100),
  };
  const board = await readBoard(workplace, person, report, period);
  return boardPage(board, filter, person.role === 'compiler');
}

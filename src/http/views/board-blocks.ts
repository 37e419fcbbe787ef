/** Bodies and forms of the board: a block is a table of bodies by forms, single owners stand in a list. */
import type { BoardBlock, BoardRow, Paper, SinglePaper } from '../../workflow/board/lay-board.ts';
import type { Board } from '../../workflow/board/read-board.ts';
import { isSought, paperFilter, type BoardFilter } from './board-filter.ts';
import { countLine } from './board-totals.ts';
import { briefMoment, capital, paperAddress, paperTag, remarks, timeTag } from './board-words.ts';
import type { Tag } from './components.ts';

/** Up to so many forms a block is a table of the page's own width; beyond it scrolls in its own frame, with less in its cells. */
const FEW_COLUMNS = 4;

/** What a block is called in addresses: bodies of no roster have a block too. */
export function blockKey(id: string): string {
  return id === '' ? 'khac' : id;
}

export interface CellView {
  readonly href: string;
  /** Read out with the link: which body and which form. */
  readonly about: string;
  readonly tag: Tag;
  readonly time: Tag | null;
  readonly received: string | null;
  readonly remarks: readonly string[];
  readonly form: string;
}

export interface BlockView {
  readonly id: string;
  readonly label: string;
  readonly count: string;
  readonly many: boolean;
  readonly one: boolean;
  readonly columns: readonly { readonly form: string; readonly title: string; readonly count: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly contact: ContactView | null;
    readonly cells: readonly (CellView | null)[];
  }[];
}

export function blockView(board: Board, block: BoardBlock, filter: BoardFilter): BlockView {
  const many = block.columns.length > FEW_COLUMNS;
  const cellOf = (paper: Paper, about: string): CellView => {
    const view = cellView(board, paper, about);
    return many ? { ...view, received: null } : view;
  };
  const rows = block.rows.filter((row) => isSought(row, filter) && row.papers.some(paperFilter(filter)));
  return {
    id: blockKey(block.id),
    label: capital(block.label),
    count: countLine(rows.length, block.rows.length, block.totals),
    many,
    one: block.columns.length === 1,
    columns: block.columns.map(({ form, title, totals }) => ({
      form,
      title,
      count: `đã tiếp nhận ${totals.accepted}/${totals.owed}`,
    })),
    rows: rows.map((row) => ({
      name: capital(row.name),
      contact: contactView(row),
      cells: row.papers.map((paper, index) =>
        paper ? cellOf(paper, `${block.columns[index]?.title ?? ''}, ${row.name}`) : null,
      ),
    })),
  };
}

function cellView({ report }: Board, paper: Paper, about: string): CellView {
  return {
    href: paperAddress(report.id, paper),
    about,
    tag: paperTag(paper),
    time: timeTag(paper),
    received: paper.receivedAt === undefined ? null : briefMoment(paper.receivedAt),
    remarks: remarks(paper),
    form: paper.form,
  };
}

export interface SingleView extends CellView {
  readonly title: string;
  readonly name: string;
  readonly contact: ContactView | null;
}

export function singleView(board: Board, single: SinglePaper): SingleView {
  const { paper, title, name } = single;
  return {
    ...cellView(board, paper, `${title}, ${name}`),
    title,
    name: capital(name),
    contact: contactView(single),
  };
}

export interface ContactView {
  readonly name: string;
  readonly phone: string;
  readonly phoneHref: string;
  readonly email: string;
}

export function contactView({ contact }: Pick<BoardRow, 'contact'>): ContactView | null {
  if (!contact) return null;
  const { name, phone, email } = contact;
  return { name, phone, phoneHref: `tel:${phone.replaceAll(/[^\d+]/g, '')}`, email };
}

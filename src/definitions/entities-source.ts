/** Reads entities.csv: lists in a cell are separated by ";", an empty cell is an absent key. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Entity } from '../domain/entity.ts';
import { checkShape } from './check-shape.ts';
import type { Problem } from './problem.ts';
import { ENTITY_SCHEMA } from './schemas/shared-schemas.ts';

const COLUMNS = ['id', 'kind', 'name', 'shortName', 'codes', 'aliases', 'validFrom', 'validTo', 'successors'];
const LISTS = new Set(['codes', 'aliases', 'successors']);

export interface EntitiesSource {
  readonly entities: readonly Entity[];
  /** Line of each body, in the same order. */
  readonly lines: readonly number[];
}

/** The bodies in the order of the file, with every fault of its shape. */
export function readEntities(
  file: string,
  text: string,
): { readonly source?: EntitiesSource; readonly problems: readonly Problem[] } {
  let records: readonly (readonly string[])[];
  try {
    records = parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: readonly string[], { lines }) => [String(lines), ...cells],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    const message = 'không đúng định dạng CSV: vui lòng kiểm tra dấu nháy kép và số cột của dòng này.';
    return { problems: [{ file, line, message }] };
  }
  const [header = [], ...rows] = records;
  if (header.slice(1).join() !== COLUMNS.join())
    return { problems: [{ file, line: 1, message: `dòng đầu phải là: ${COLUMNS.join(',')}.` }] };
  const problems: Problem[] = [];
  const entities: Entity[] = [];
  const lines: number[] = [];
  for (const [lineText, ...cells] of rows) {
    const line = Number(lineText);
    if (cells.length !== COLUMNS.length) {
      const message = `dòng có ${cells.length} cột, phải có ${COLUMNS.length} cột; ô có dấu phẩy phải đặt trong dấu nháy kép.`;
      problems.push({ file, line, message });
      continue;
    }
    const source = { value: entityOf(cells), lineOf: () => line, numberText: () => undefined };
    const shaped = checkShape<Entity>(ENTITY_SCHEMA, source, file);
    problems.push(...shaped.problems);
    if (!shaped.value) continue;
    entities.push(shaped.value);
    lines.push(line);
  }
  return problems.length > 0 ? { problems } : { source: { entities, lines }, problems };
}

function entityOf(cells: readonly string[]): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [index, column] of COLUMNS.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (LISTS.has(column)) value[column] = cell === '' ? [] : cell.split(';').map((part) => part.trim());
    else if (cell !== '') value[column] = cell;
  }
  return value;
}

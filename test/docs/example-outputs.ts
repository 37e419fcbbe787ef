/** What the program says to the examples of the page: the sentences that it prints and the findings of wrong figures. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { findingLines } from '../../src/cli/print.ts';
import { createBook, type Book } from '../../src/domain/aggregation/book.ts';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { narrateText } from '../../src/domain/narration/narrate.ts';
import { factsOf } from './example-facts.ts';
import { examplesOf, writeExamples } from './page-examples.ts';

/** The reports of the page, each with the periods that are imported one after the other. */
export const REPORTS = { 'van-ban-dien-tu': ['2024-10'], 'so-tay': ['2024-09', '2024-10'] } as const;
const WRONG = 'so-tay';
const PERIOD = '2024-10';
/** Columns that tell one line of history.csv from another. */
const HISTORY_KEY = 5;

/** The facts of each report's last period. */
export async function exampleFacts(folder: string): Promise<Readonly<Record<keyof typeof REPORTS, Facts>>> {
  return {
    'van-ban-dien-tu': await factsOf(folder, 'van-ban-dien-tu', REPORTS['van-ban-dien-tu']),
    'so-tay': await factsOf(folder, 'so-tay', REPORTS['so-tay']),
  };
}

/** A text file of the book's report, as it reads on the page: paragraphs parted by blank lines, items line by line. */
export function printed(book: Book, file: string): string {
  const { paragraphs } = narrateText(book, file);
  return paragraphs
    .map(({ style, lead = 0, runs }, index) => {
      const [bold, rest] = [runs.slice(0, lead), runs.slice(lead)].map((part) =>
        part.map((run) => run.text).join(''),
      );
      const text = bold === '' ? rest : `**${bold?.trim()}** ${rest?.trim()}`;
      const dash = { body: '', item: '- ', subitem: '+ ' }[style];
      const gap = index === 0 ? '' : dash === '' ? '\n\n' : '\n';
      return `${gap}${dash}${text}`;
    })
    .join('');
}

export function compiled(facts: Facts): Compilation {
  const at = facts.period.publish;
  const document = { date: at.slice(0, 10) };
  return compileReport(facts, { kind: 'final', at, illustrative: true, document });
}

/** The content of every `prints` block, by its name. */
export async function printsOf(page: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const facts = await exampleFacts(folder);
  const books = {
    'van-ban-dien-tu': createBook(facts['van-ban-dien-tu']),
    'so-tay': createBook(facts['so-tay']),
  };
  return new Map(
    examplesOf(page)
      .filter(({ role }) => role === 'prints')
      .map(({ name }) => {
        const [report = '', ...path] = name.split('/');
        if (report !== 'van-ban-dien-tu' && report !== 'so-tay') throw new RangeError(`no report ${report}`);
        return [name, `${printed(books[report], path.join('/'))}\n`];
      }),
  );
}

/** The content of every `finding` block: what the check of that name says when the `wrong` rows take their place. */
export async function findingsOf(page: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const examples = examplesOf(page);
  const found = new Map<string, string>();
  for (const { name } of examples.filter(({ role }) => role === 'finding')) {
    const copy = `${folder}-${name}`;
    await cp(folder, copy, { recursive: true });
    for (const wrong of examples)
      if (wrong.role === 'wrong' && wrong.name.startsWith(`${name}/`))
        await putWrong(
          join(copy, WRONG, 'samples', PERIOD),
          wrong.name.slice(name.length + 1),
          wrong.content,
        );
    const { findings } = compiled(await factsOf(copy, WRONG, REPORTS[WRONG]));
    const lines = findingLines(findings.filter(({ check }) => check === name));
    found.set(name, lines.map((line) => `${line}\n`).join(''));
    await rm(copy, { recursive: true });
  }
  return found;
}

/** Puts the cells of the wrong rows in their place in the file; a header alone means that the file was not sent. */
async function putWrong(sample: string, file: string, content: string): Promise<void> {
  const path = join(sample, file);
  // Files of another folder were not there before.
  if (file.includes('/')) {
    await mkdir(dirname(path), { recursive: true });
    return writeFile(path, content);
  }
  const [header = [], ...wrong] = rowsOf(content);
  if (wrong.length === 0) return rm(path);
  const [titles = [], ...rows] = rowsOf(await readFile(path, 'utf8'));
  const key = (row: readonly string[]): string =>
    row.slice(0, file === 'history.csv' ? HISTORY_KEY : 1).join('|');
  for (const changed of wrong) {
    const row = rows.find((one) => key(one) === key(changed));
    if (!row) throw new RangeError(`${file} has no row ${key(changed)}`);
    for (const [index, title] of header.entries()) row[titles.indexOf(title)] = changed[index] ?? '';
  }
  await writeFile(path, [titles, ...rows].map(toLine).join(''));
}

function rowsOf(text: string): string[][] {
  return parse(text, { relax_column_count: true });
}

function toLine(row: readonly string[]): string {
  return `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
}

/** The page with everything that the program says as it says it now. */
export async function withOutputs(page: string, folder: string): Promise<string> {
  await writeExamples(page, folder);
  const prints = await printsOf(page, folder);
  const findings = await findingsOf(page, folder);
  return page.replace(
    /(\*\*(prints|finding): ([^*\n]+)\*\*\n\n```text\n)[\s\S]*?(^```$)/gm,
    (whole, open: string, role: string, name: string, close: string) => {
      const content = (role === 'prints' ? prints : findings).get(name);
      return content === undefined ? whole : `${open}${content}${close}`;
    },
  );
}

/** docs/authoring.md says what the program does: its tables are generated and its examples are run. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { withTables } from '../../docs/generate-tables.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { loadDefinition } from '../../src/definitions/load.ts';
import { ANNEXES_SCHEMA } from '../../src/definitions/schemas/annexes-schema.ts';
import { CHECKS_SCHEMA } from '../../src/definitions/schemas/checks-schema.ts';
import type { Schema } from '../../src/definitions/schemas/parts.ts';
import { createBook } from '../../src/domain/aggregation/book.ts';
import type { Frequency } from '../../src/domain/definition.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { narrateLine } from '../../src/domain/narration/narrate.ts';
import { HELPERS } from '../../src/domain/narration/signatures.ts';
import { readNumber } from '../../src/domain/numbers/read-number.ts';
import { frequencyOf, periodName, periodUpTo, versusPeriod } from '../../src/domain/period.ts';
import { membersOn } from '../../src/domain/roster.ts';
import { compiled, exampleFacts, findingsOf, printsOf, REPORTS } from './example-outputs.ts';
import { examplesOf, readPage, writeExamples } from './page-examples.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const page = await readPage();
const examples = examplesOf(page);
const documents = [
  ...['README.md', 'CONTRIBUTING.md'].filter((name) => existsSync(join(ROOT, name))),
  ...(await filesBelow('docs')).filter((name) => name.endsWith('.md')),
];

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** The cells of the first table after a heading, or of the one that begins as given, without its head. */
function tableAfter(heading: string, start = '| '): readonly (readonly string[])[] {
  const from = page.indexOf(start, page.indexOf(`\n${heading}\n`));
  const [lines = ''] = page.slice(from).split('\n\n');
  return lines
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function keyOf(schema: Schema, key: string): Schema {
  return schema.properties?.[key] ?? {};
}

function kindsOf({ items }: Schema): readonly string[] {
  return (items?.oneOf ?? []).map(({ properties }) => properties?.['kind']?.const ?? '').sort();
}

/** Names that the code itself gives to findings: the word that begins their ids. */
async function builtInChecks(): Promise<readonly string[]> {
  const sources = (await filesBelow('src/domain')).filter((name) =>
    /(checks|narration|aggregation)\//.test(name),
  );
  const texts = await Promise.all(sources.map((name) => readFile(join(ROOT, name), 'utf8')));
  const ids = texts.flatMap((text) => [...text.matchAll(/`([a-z]+):\$\{/g)].map(([, name = '']) => name));
  const named = texts.flatMap((text) =>
    [...text.matchAll(/(?:check: |(?:hard|soft)\((?:`[^`]*`|\w+), )'([a-z]+)'/g)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(ids.filter((name) => named.includes(name)))].sort();
}

/** Names of the sentences that are shown, or of the text files. */
function textsShown(role: 'prints' | 'file'): readonly string[] {
  return examples
    .filter((example) => example.role === role && example.name.endsWith('.hbs'))
    .map(({ name }) => name)
    .sort();
}

function quoted(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Headings as GitHub and most readers link them. */
async function anchorsOf(path: string): Promise<readonly string[]> {
  const text = (await readFile(path, 'utf8')).replace(/^```[\s\S]*?^```$/gm, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

describe('docs/authoring.md', () => {
  let scratch = '';
  let folder = '';
  let facts: Readonly<Record<keyof typeof REPORTS, Facts>>;

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'authoring-'));
    folder = join(scratch, 'reports');
    await writeExamples(page, folder);
    facts = await exampleFacts(folder);
  });
  after(() => rm(scratch, { recursive: true }));

  it('holds the tables that `npm run docs` generates', () => {
    expect(withTables(page)).to.equal(page);
  });

  for (const report of Object.keys(REPORTS))
    it(`${report}: its files are a definition without faults`, async () => {
      const loaded = await loadDefinition(folder, report);
      expect(loaded.ok ? [] : loaded.problems).to.deep.equal([]);
    });

  for (const report of ['van-ban-dien-tu', 'so-tay'] as const)
    it(`${report}: its figures pass the gate of a final`, () => {
      expect(compiled(facts[report]).refusals).to.deep.equal([]);
    });

  it('prints the sentences that it shows', async () => {
    const prints = await printsOf(page, folder);
    for (const { role, name, content } of examples)
      if (role === 'prints') expect(prints.get(name), name).to.equal(content);
  });

  it('shows what every text of its reports prints', () => {
    expect(textsShown('prints')).to.deep.equal(textsShown('file'));
  });

  it('finds the contradictions that it shows, and says so in these words', async () => {
    const found = await findingsOf(page, folder);
    for (const { role, name, content } of examples)
      if (role === 'finding') expect(found.get(name), name).to.equal(content);
  });

  it('shows every kind of check, annex and chart', () => {
    const { checks, annexes, charts } = facts['so-tay'].definition;
    const shown = examples.filter(({ role }) => role === 'finding').map(({ name }) => name);
    const kinds = checks.filter(({ id }) => shown.includes(id)).map(({ kind }) => kind);
    expect(kinds.sort()).to.deep.equal(kindsOf(CHECKS_SCHEMA));
    expect(annexes.map(({ kind }) => kind).sort()).to.deep.equal(kindsOf(keyOf(ANNEXES_SCHEMA, 'annexes')));
    expect(charts.map(({ kind }) => kind).sort()).to.deep.equal(kindsOf(keyOf(ANNEXES_SCHEMA, 'charts')));
    for (const kind of [
      ...kinds,
      ...annexes.map((annex) => annex.kind),
      ...charts.map((chart) => chart.kind),
    ])
      expect(page).to.include(`\`${kind}\``);
  });

  it('lists every check that always runs, with its severity, and shows it failing', async () => {
    const rows = tableAfter('## Checks that always run');
    const names = rows.map(([name = '']) => name.replaceAll('`', ''));
    expect([...names].sort()).to.deep.equal(await builtInChecks());
    const severities = new Map(
      rows.map(([name = '', severity = '']) => [name.replaceAll('`', ''), severity]),
    );
    for (const { role, name, content } of examples) {
      if (role !== 'finding' || !severities.has(name)) continue;
      const mark = severities.get(name) === 'hard' ? '[mâu thuẫn]' : '[cần giải trình]';
      expect(content.trim().split('\n'), name).to.satisfy((lines: string[]) =>
        lines.every((line) => line.startsWith(mark)),
      );
    }
    const declared = facts['so-tay'].definition.checks.map(({ id }) => id);
    const shown = examples.filter(({ role }) => role === 'finding').map(({ name }) => name);
    expect(shown.filter((name) => !declared.includes(name)).sort()).to.deep.equal([...names].sort());
  });

  for (const [name, { example, prints }] of Object.entries(HELPERS))
    it(`the example of ${name} prints what its table says`, () => {
      // A word before it keeps the first letter from becoming a capital.
      const runs = narrateLine(createBook(facts['so-tay']), `và ${example}`);
      expect(runs.map(({ text }) => text).join('')).to.equal(`Và ${prints}`);
    });

  it('names the neighbours of periods as they are', () => {
    for (const [frequency, id, name, previous, yearAgo, yearStart, opening] of tableAfter(
      '## Periods, windows and spans',
    ).map((row) => row.map((cell) => cell.replaceAll('`', '')))) {
      const period = id ?? '';
      expect([frequencyOf(period), periodName(period)]).to.deep.equal([frequency as Frequency, name]);
      expect(
        (['previous', 'year-ago', 'year-start'] as const).map((versus) => versusPeriod(period, versus)),
      ).to.deep.equal([previous, yearAgo, yearStart]);
      expect(periodUpTo(period)).to.equal(opening);
    }
  });

  it('counts the rosters of earlier and later years as they are', () => {
    const { entities, rosters } = facts['so-tay'].definition;
    const rows = tableAfter('### rosters.yaml', '| id | bodies |');
    expect(rows.map(([id = '']) => id.replaceAll('`', '')).sort()).to.deep.equal(
      rosters.map(({ id }) => id).sort(),
    );
    for (const [id = '', , ...counts] of rows)
      expect(
        ['2020-06-30', '2024-10-31', '2025-07-31'].map((day) =>
          String(membersOn(id.replaceAll('`', ''), day, rosters, entities).length),
        ),
        id,
      ).to.deep.equal(counts);
  });

  it('accepts and refuses the numbers that it says', () => {
    const [line = ''] = /^- A number: .*$/m.exec(page.replace(/\n {2}/g, ' ')) ?? [];
    const [accepted = '', refused = ''] = line.split('. `1.234`');
    expect(quoted(accepted)).to.have.length.above(4);
    for (const text of quoted(accepted)) expect(readNumber(text).ok, text).to.equal(true);
    for (const text of ['1.234', ...quoted(refused).filter((one) => /^1,234$|1E/.test(one))])
      expect(readNumber(text).ok, text).to.equal(false);
    for (const text of ['1234', '1,2340']) expect(refused).to.include(`\`${text}\``);
  });

  it('calls commands that exist', () => {
    const names = buildProgram({ environment: {}, say: () => undefined, warn: () => undefined }).commands.map(
      (command) => command.name(),
    );
    const called = [...page.matchAll(/tong-hop ([a-z]+)/g)].map(([, name = '']) => name);
    expect(called).to.have.length.above(10);
    for (const name of called) expect(names).to.include(name);
  });
});

describe('links of the documents', () => {
  for (const name of documents)
    it(`${name} leads to files and headings that exist`, async () => {
      const path = join(ROOT, name);
      const text = await readFile(path, 'utf8');
      const broken: string[] = [];
      for (const [, target = ''] of withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [file = '', anchor] = target.split('#');
        const linked = file === '' ? path : join(dirname(path), decodeURIComponent(file));
        if (!existsSync(linked)) broken.push(target);
        else if (
          anchor !== undefined &&
          linked.endsWith('.md') &&
          !(await anchorsOf(linked)).includes(anchor)
        )
          broken.push(target);
      }
      expect(broken).to.deep.equal([]);
    });
});

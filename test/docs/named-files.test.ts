/** The pages for people name files and folders; each of them exists, by its path or by its name within src/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/architecture.md',
  ...readdirSync(join(ROOT, 'docs', 'decisions')).map((file) => `docs/decisions/${file}`),
];
const GUIDE = readdirSync(join(ROOT, 'docs', 'huong-dan')).map((file) => `docs/huong-dan/${file}`);
const SOURCES = new Set(
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((file) => basename(file)),
);

describe('files that the pages name', () => {
  for (const page of PAGES) {
    it(`${page} names only what exists`, () => {
      const text = readFileSync(join(ROOT, page), 'utf8');
      const names = [...text.matchAll(/`([\w./-]+(?:\.ts|\.yaml|\.json|\.csv|\/))`/g)].map(
        ([, name = '']) => name,
      );
      expect(names.filter((name) => !exists(name))).to.deep.equal([]);
    });
  }

  for (const page of [...PAGES, ...GUIDE]) {
    it(`${page} links and shows only what exists`, () => {
      const text = readFileSync(join(ROOT, page), 'utf8');
      const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)|<img src="([^"]+)"/g)].map(
        ([, link, picture]) => link ?? picture ?? '',
      );
      const local = targets.filter((target) => !/^\w+:/.test(target));
      expect(local.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).to.deep.equal([]);
    });
  }

  it('the commands of npm that the pages name are those of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const page of [...PAGES, ...GUIDE, 'docs/authoring.md', '.ci/run']) {
      const named = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/npm run (?:-s )?([a-z:-]+)/g)];
      expect(Object.keys(scripts), page).to.include.members(named.map(([, name]) => name));
    }
  });

  it('every layer of src has its line in the tree of README and its place in the rule of CONTRIBUTING', () => {
    const layers = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const tree = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(layers.filter((layer) => !tree.includes(`| \`src/${layer}/\``))).to.deep.equal([]);
    const [rule = ''] = /^cli → .*$/m.exec(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')) ?? [];
    expect(rule.match(/\w+/g)).to.have.members(layers);
  });

  it('every folder of the tree that README draws is there, and none is missing', () => {
    const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const named = [...text.matchAll(/^\| `([\w/]+)\/`\s*\|/gm)].map(
      ([, folder = '']) => folder.split('/')[0],
    );
    const there = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .filter((name) => !['node_modules', 'dist', 'data'].includes(name));
    expect(there.filter((name) => !named.includes(name))).to.deep.equal([]);
    expect(named.filter((name) => !existsSync(join(ROOT, name ?? '')))).to.deep.equal([]);
  });
});

/** Files that a compile writes are named too; they exist only afterwards. */
const WRITTEN = ['ledger.json', 'model.json', 'findings.json', 'period.yaml'];

function exists(name: string): boolean {
  return (
    WRITTEN.includes(name) ||
    existsSync(join(ROOT, name)) ||
    existsSync(join(ROOT, 'src', name)) ||
    existsSync(join(ROOT, 'src', 'domain', name)) ||
    SOURCES.has(basename(name))
  );
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { ConfigProblem, readConfig, SETTINGS } from '../src/config.ts';

const ROOT = join(import.meta.dirname, '..');

describe('settings', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(join(tmpdir(), 'tong-hop-config-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('all have a default, and a blank one is as good as none', () => {
    const expected = {
      databaseUrl: 'sqlite:data/tong-hop.db',
      reportsDir: join(ROOT, 'reports'),
      chromiumPath: undefined,
      cacheDir: undefined,
      actor: 'command-line',
      web: {
        host: '127.0.0.1',
        port: 3000,
        publicUrl: undefined,
        trustedProxies: 0,
        session: { idleMinutes: 30, hours: 12 },
      },
    };
    expect(readConfig({})).to.deep.equal(expected);
    expect(readConfig(Object.fromEntries(SETTINGS.map((name) => [name, ' '])))).to.deep.equal(expected);
  });

  it('are read as they are given', () => {
    const given = {
      DATABASE_URL: 'postgres://a:b@c/d',
      REPORTS_DIR: folder,
      CHROMIUM_PATH: process.execPath,
      CACHE_DIR: join(folder, 'to-be-made'),
      TONG_HOP_ACTOR: 'Trần Thị Bưởi',
      USER: 'somebody',
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://baocao.example.gov.vn/',
      TRUSTED_PROXIES: '2',
      SESSION_IDLE_MINUTES: '15',
      SESSION_HOURS: '8',
    };
    expect(readConfig(given)).to.deep.equal({
      databaseUrl: 'postgres://a:b@c/d',
      reportsDir: resolve(folder),
      chromiumPath: process.execPath,
      cacheDir: join(folder, 'to-be-made'),
      actor: 'Trần Thị Bưởi',
      web: {
        host: '0.0.0.0',
        port: 0,
        publicUrl: 'https://baocao.example.gov.vn',
        trustedProxies: 2,
        session: { idleMinutes: 15, hours: 8 },
      },
    });
    expect(readConfig({ USER: 'somebody' }).actor).to.equal('somebody');
  });

  it('are all listed when they are all wrong', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const wrong = {
      DATABASE_URL: 'oracle://x',
      REPORTS_DIR: file,
      CHROMIUM_PATH: file,
      CACHE_DIR: file,
      PORT: '65536',
      PUBLIC_URL: 'https://example.com/bao-cao',
      TRUSTED_PROXIES: 'all',
      SESSION_IDLE_MINUTES: '0',
      SESSION_HOURS: '1.5',
    };
    expect(() => readConfig(wrong))
      .to.throw(ConfigProblem)
      .with.property('message')
      .that.satisfies((message: string) => {
        const [head, ...faults] = message.split('\n');
        expect(head).to.equal('Thiết lập chưa đúng:');
        expect(faults.map((fault) => fault.trim().split(/[: ]/, 1)[0])).to.deep.equal(Object.keys(wrong));
        return true;
      });
  });

  it('are what .env.example documents, each under a comment', () => {
    const blocks = readFileSync(join(ROOT, '.env.example'), 'utf8').trim().split('\n\n').slice(1);
    const documented = blocks.map((block) => /^(?:# .+\n)+#? ?([A-Z_]+)=.*$/.exec(block)?.[1] ?? block);
    expect(documented).to.deep.equal([...SETTINGS]);
  });

  it('are read by name in one file only', () => {
    const source = readFileSync(join(ROOT, 'src', 'config.ts'), 'utf8');
    const read = [...source.matchAll(/(?:given\(environment, '|environment\[')([A-Z_]+)'/g)].map(
      ([, name]) => name,
    );
    expect(new Set(read)).to.deep.equal(new Set([...SETTINGS, 'USER']));
  });
});

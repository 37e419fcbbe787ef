import { expect } from 'chai';
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listReports, loadDefinition, type Loaded } from '../../src/definitions/load.ts';
import { formatProblem } from '../../src/definitions/problem.ts';
import type { Definition } from '../../src/domain/definition.ts';
import type { BrokenCase } from './broken/broken-case.ts';
import { change, withReports } from './definition-folder.ts';

function problemsOf(loaded: Loaded): readonly string[] {
  return loaded.ok ? [] : loaded.problems.map(formatProblem);
}

async function loadTiny(
  ...changes: readonly (readonly [file: string, how: BrokenCase['change']])[]
): Promise<{ readonly definition: Definition; readonly hash: string }> {
  return withReports(async (reportsDir) => {
    for (const [file, how] of changes) await change(reportsDir, file, how);
    const loaded = await loadDefinition(reportsDir, 'tiny');
    if (!loaded.ok) throw new Error(problemsOf(loaded).join('\n'));
    return loaded;
  });
}

describe('loading a definition', () => {
  it('reads every file and keeps the order of forms, bodies and annexes', async () => {
    const { definition } = await loadTiny();
    expect(definition.report.id).to.equal('tiny');
    expect(definition.forms.map(({ id }) => id)).to.deep.equal(['F-TINH', 'F-BO', 'BCA-1']);
    expect(definition.entities.map(({ id }) => id)[3]).to.equal('lao-cai-2025');
    expect(definition.annexes.map(({ id }) => id)).to.deep.equal(['PL1', 'PL2', 'PL3']);
    expect(Object.keys(definition.texts)).to.deep.equal([
      'text/ho-so.hbs',
      'text/mot-cua.hbs',
      'text/su-kien.hbs',
    ]);
  });

  it('fills in what the author left out', async () => {
    const { definition } = await loadTiny();
    expect(definition.report.schedule).to.deep.equal({ due: 3, close: 5, publish: 8 });
    expect(definition.indicators['tong-ho-so']).to.deep.equal({
      code: 'tong-ho-so',
      label: 'Tổng số hồ sơ',
      unit: 'hồ sơ',
      nature: 'flow',
      decimals: 0,
      fraction: false,
      window: 'ky',
      breaks: [],
      statuses: [],
      targets: [{ year: '2024', value: '1000', source: 'Kế hoạch năm' }],
      rising: false,
      signed: false,
      share: false,
      outlier: { low: '0.2', high: '5' },
      unchangedFor: 3,
    });
    const unwatched = ['ho-so-giay', 'ty-le', 'co-tthc', 'mot-cua', 'kho-khan', 'so-su-kien'];
    for (const code of unwatched) {
      expect(definition.indicators[code]?.outlier, code).to.equal(null);
      expect(definition.indicators[code]?.unchangedFor, code).to.equal(null);
    }
    expect(definition.indicators['ty-le']?.share).to.equal(true);
    expect(definition.forms[0]?.sections[0]?.fields.slice(0, 3)).to.deep.equal([
      {
        id: 'tong-ho-so',
        indicator: 'tong-ho-so',
        label: 'Tổng số hồ sơ',
        optional: false,
        mayNotApply: false,
        evidence: false,
        asOf: false,
      },
      {
        id: 'ho-so-truc-tuyen',
        indicator: 'ho-so-truc-tuyen',
        label: 'Hồ sơ trực tuyến',
        optional: false,
        mayNotApply: true,
        evidence: false,
        asOf: false,
      },
      {
        id: 'dc-ty-le',
        control: { indicator: 'ty-le', span: 'period' },
        label: 'Tỷ lệ trực tuyến',
        optional: true,
        mayNotApply: false,
        evidence: false,
        asOf: false,
      },
    ]);
    expect(definition.forms[2]?.tables).to.deep.equal([]);
    expect(definition.forms[1]?.tables[0]?.columns[1]).to.deep.equal({
      id: 'so',
      label: 'Số',
      type: 'code',
      choices: [],
      optional: false,
    });
  });

  it('lets null switch a check off', async () => {
    const { definition } = await loadTiny([
      'tiny/indicators.yaml',
      ['  rising: true', '  rising: true\n  outlier: null\n  unchangedFor: null'],
    ]);
    expect(definition.indicators['tai-khoan']).to.include({ outlier: null, unchangedFor: null });
  });

  it('takes numbers where text is wanted as they were typed', async () => {
    const { definition } = await loadTiny([
      'tiny/indicators.yaml',
      ['value: 1000', 'value: 12345678901234567890.5'],
    ]);
    expect(definition.indicators['tong-ho-so']?.targets[0]?.value).to.equal('12345678901234567890.5');
  });

  it('does without checks and annexes', async () => {
    const { definition } = await loadTiny(
      ['tiny/checks.yaml', 'remove'],
      ['tiny/annexes.yaml', 'remove'],
      ['tiny/report.yaml', ['        chart: xu-the\n', '']],
    );
    expect(definition.checks).to.deep.equal([]);
    expect(definition.annexes).to.deep.equal([]);
    expect(definition.charts).to.deep.equal([]);
  });

  it('freezes it to the last part', async () => {
    const { definition } = await loadTiny();
    expect(() => Object.assign(definition.indicators['tong-ho-so'] ?? {}, { unit: 'khác' })).to.throw(
      TypeError,
    );
    expect(Object.isFrozen(definition.forms[0]?.tables[0]?.columns[0]?.choices)).to.equal(true);
  });
});

describe('the hash of a definition', () => {
  const changes: readonly (readonly [string, readonly [string, string]])[] = [
    ['tiny/text/ho-so.hbs', ['Không có hồ sơ.', 'Chưa có hồ sơ.']],
    ['tiny/indicators.yaml', ['Tốc độ', 'Tốc độ tải']],
    ['entities.csv', ['TP. Hà Nội', 'TP Hà Nội']],
    ['rosters.yaml', ['label: địa phương', 'label: tỉnh, thành phố']],
    ['calendar.yaml', ['  - 2024-05-01\n', '']],
    ['tiny/report.yaml', ['title: Báo cáo thử', 'title: Báo cáo']],
  ];
  for (const [file, how] of changes)
    it(`changes with ${file}`, async () => {
      expect((await loadTiny([file, how])).hash).to.not.equal((await loadTiny()).hash);
    });

  it('is SHA-256 and the same for the same content, whatever the order of keys, comments and line ends', async () => {
    const { hash } = await loadTiny();
    expect(hash).to.match(/^[0-9a-f]{64}$/);
    expect((await loadTiny()).hash).to.equal(hash);
    const reordered = await loadTiny([
      'tiny/indicators.yaml',
      ['  label: Tốc độ\n  unit: Mbps\n', '  unit: Mbps\n  # Ghi chú\n  label: Tốc độ\n'],
    ]);
    expect(reordered.hash).to.equal(hash);
    const windows = await withReports(async (reportsDir) => {
      const path = join(reportsDir, 'tiny/text/ho-so.hbs');
      await writeFile(path, `\ufeff${(await readFile(path, 'utf8')).replaceAll('\n', '\r\n')}`);
      return loadDefinition(reportsDir, 'tiny');
    });
    expect(windows).to.include({ ok: true, hash });
  });
});

describe('a definition that cannot be read', () => {
  it('is named with the reports that there are', async () => {
    const problems = await withReports(async (dir) => problemsOf(await loadDefinition(dir, 'tinny')));
    expect(problems).to.deep.equal([
      'reports/tinny:1: không có thư mục của báo cáo “tinny”. Các báo cáo hiện có: tiny.',
    ]);
  });

  for (const id of ['../tiny', 'a/b', '', 'Tiny'])
    it(`is refused by the name “${id}”`, async () => {
      const problems = await withReports(async (dir) => problemsOf(await loadDefinition(dir, id)));
      expect(problems).to.deep.equal([
        `reports:1: “${id}” không phải mã báo cáo; mã là tên thư mục gồm chữ thường không dấu, chữ số và dấu gạch ngang.`,
      ]);
    });

  it('is missing its report.yaml', async () => {
    const problems = await withReports(async (dir) => {
      await mkdir(join(dir, 'trong'));
      return problemsOf(await loadDefinition(dir, 'trong'));
    });
    expect(problems).to.include('reports/trong/report.yaml:1: không tìm thấy tệp; vui lòng tạo tệp này.');
  });

  it('has a folder where a file should be', async () => {
    const problems = await withReports(async (dir) => {
      await change(dir, 'calendar.yaml', 'remove');
      await mkdir(join(dir, 'calendar.yaml'));
      return problemsOf(await loadDefinition(dir, 'tiny'));
    });
    expect(problems).to.deep.equal([
      'reports/calendar.yaml:1: đây là thư mục, không phải tệp; vui lòng thay bằng tệp.',
    ]);
  });

  it('is in another encoding', async () => {
    const problems = await withReports(async (dir) => {
      await writeFile(join(dir, 'tiny/checks.yaml'), Buffer.from([0x2d, 0x20, 0xe1, 0x28]));
      return problemsOf(await loadDefinition(dir, 'tiny'));
    });
    expect(problems).to.deep.equal([
      'reports/tiny/checks.yaml:1: tệp không phải văn bản UTF-8; vui lòng lưu lại với bảng mã UTF-8.',
    ]);
  });

  it('may not be read', async () => {
    const problems = await withReports(async (dir) => {
      await chmod(join(dir, '..'), 0o755);
      await chmod(dir, 0o755);
      await chmod(join(dir, 'tiny/checks.yaml'), 0o000);
      return asOrdinaryUser(async () => problemsOf(await loadDefinition(dir, 'tiny')));
    });
    expect(problems).to.deep.equal([
      'reports/tiny/checks.yaml:1: không có quyền đọc tệp; vui lòng kiểm tra quyền truy cập.',
    ]);
  });

  it('may lie in a folder that may not be read, or be a link to itself', async () => {
    await withReports(async (dir) => {
      await chmod(join(dir, '..'), 0o755);
      await chmod(dir, 0o755);
      await chmod(join(dir, 'tiny/text'), 0o000);
      await rm(join(dir, 'tiny/checks.yaml'));
      await symlink('checks.yaml', join(dir, 'tiny/checks.yaml'));
      expect(await asOrdinaryUser(async () => problemsOf(await loadDefinition(dir, 'tiny')))).to.deep.equal([
        'reports/tiny/checks.yaml:1: liên kết vòng quanh, không dẫn tới tệp nào; vui lòng thay bằng tệp.',
        'reports/tiny/text:1: không có quyền đọc thư mục; vui lòng kiểm tra quyền truy cập.',
      ]);
      await chmod(join(dir, 'tiny'), 0o000);
      const [known, problems] = await asOrdinaryUser(
        async () => [await listReports(dir), problemsOf(await loadDefinition(dir, 'tiny'))] as const,
      );
      expect(known).to.deep.equal(['tiny']);
      expect(problems).to.include.members([
        'reports/tiny:1: không có quyền đọc thư mục; vui lòng kiểm tra quyền truy cập.',
        'reports/tiny/report.yaml:1: không có quyền đọc tệp; vui lòng kiểm tra quyền truy cập.',
      ]);
      await chmod(join(dir, 'tiny'), 0o755);
      await chmod(join(dir, 'tiny/text'), 0o755);
    });
  });
});

/** Root may read everything, so it acts as nobody meanwhile. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('listing reports', () => {
  it('gives the folders that hold a report.yaml, in order', async () => {
    const ids = await withReports(async (dir) => {
      for (const id of ['b-khac', 'a-dau', 'trong']) await mkdir(join(dir, id));
      for (const id of ['b-khac', 'a-dau']) await writeFile(join(dir, id, 'report.yaml'), '');
      return listReports(dir);
    });
    expect(ids).to.deep.equal(['a-dau', 'b-khac', 'tiny']);
  });

  it('gives none for a folder that does not exist', async () => {
    expect(await listReports(join(import.meta.dirname, 'khong-co'))).to.deep.equal([]);
  });
});

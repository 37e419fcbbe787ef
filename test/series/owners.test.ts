/** Who owes what when a period is opened: on the very day of change, across it, and under forms of single bodies. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { connect, type Database } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createBook } from '../../src/domain/aggregation/book.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';
import { WorkflowProblem } from '../../src/workflow/workflow-problem.ts';
import { MID_MONTHLY, MONTHLY, removeFolder, seriesFolder, valueIn } from './series-office.ts';

describe('who owes a period', () => {
  let reportsDir: string;
  let db: Database;
  let workplace: Workplace;

  beforeEach(async () => {
    reportsDir = await seriesFolder();
    db = await connect(':memory:', { create: true });
    await migrate(db);
    workplace = { db, reportsDir, actor: 'test', now: () => '2025-10-20T08:00:00+07:00' };
  });
  afterEach(async () => {
    await db.destroy();
    await removeFolder(reportsDir);
  });

  async function withWindow(period: string, from: string, to: string): Promise<string> {
    const file = join(reportsDir, MID_MONTHLY, 'samples', period, 'period.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text}windows: { ky: { from: ${from}, to: ${to} } }\n`);
    return file;
  }

  for (const [to, bodies] of [
    ['2025-06-30', 63],
    ['2025-07-01', 34],
  ] as const)
    it(`a window that ends on ${to} is owed by ${bodies} provinces`, async () => {
      const file = await withWindow('2025-07', '2025-06-15', to);
      const { members } = await openPeriod(workplace, MID_MONTHLY, '2025-07', file);
      expect(members['tinh']).to.have.length(bodies);
    });

  it('the base is that of the bodies which owed the month before, as its window was decided', async () => {
    // June ends on 1 July by decision: it is owed, and was reported, by the new provinces.
    const june = join(reportsDir, MID_MONTHLY, 'samples', '2025-06');
    const july = join(reportsDir, MID_MONTHLY, 'samples', '2025-07');
    await withWindow('2025-06', '2025-05-15', '2025-07-01');
    await writeFile(join(june, 'F-TINH.csv'), await readFile(join(july, 'F-TINH.csv')));
    for (const period of ['2025-06', '2025-07'])
      await importSubmissions(
        workplace,
        MID_MONTHLY,
        period,
        [join(reportsDir, MID_MONTHLY, 'samples', period)],
        { currentDefinition: true },
      );
    const book = createBook((await readFacts(workplace, MID_MONTHLY, '2025-07')).facts);
    const period = '2025-06';
    expect([
      valueIn(book, 'ho-so', { period }),
      valueIn(book, 'ho-so', { period, scope: 'lao-cai-2025' }),
      valueIn(book, 'ho-so', { period, scope: 'yen-bai' }),
    ]).to.deep.equal(['80533', '3309', 'no-history']);
  });

  it('a form of a body that is gone stops the opening, and says what to write', async () => {
    const forms = join(reportsDir, MONTHLY, 'forms.yaml');
    await writeFile(forms, (await readFile(forms, 'utf8')).replace('  to: 2025-02\n', ''));
    const refusal = await openPeriod(workplace, MONTHLY, '2025-03').catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(WorkflowProblem);
    const { message, details } = refusal as WorkflowProblem;
    expect([message, ...details]).to.deep.equal([
      'Kỳ 2025-03 có biểu do đơn vị không tồn tại vào ngày 31/3/2025 nộp. Đề nghị ghi from, to cho các biểu này trong forms.yaml và thêm biểu của đơn vị nhận nhiệm vụ:',
      'biểu ATTT-1: Bộ Thông tin và Truyền thông chỉ hoạt động đến ngày 28/02/2025',
    ]);
  });

  it('a form that comes before its body is refused too', async () => {
    const forms = join(reportsDir, MONTHLY, 'forms.yaml');
    const text = await readFile(forms, 'utf8');
    await writeFile(
      forms,
      text.replace('body: bo-thong-tin-va-truyen-thong', 'body: bo-dan-toc-va-ton-giao'),
    );
    const refusal = await openPeriod(workplace, MONTHLY, '2025-02').catch((error: unknown) => error);
    expect((refusal as WorkflowProblem).details).to.deep.equal([
      'biểu ATTT-1: Bộ Dân tộc và Tôn giáo chưa thành lập',
    ]);
  });
});

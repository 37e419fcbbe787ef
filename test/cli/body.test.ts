/** What is decided about bodies, at the command line. */
import { join } from 'node:path';
import { expect } from 'chai';
import { expectSentences, folderOfSuite, must, run } from './command-line.ts';

describe('bodies at the command line', () => {
  const folder = folderOfSuite();
  const environment = (): { readonly DATABASE_URL: string } => ({
    DATABASE_URL: `sqlite:${join(folder(), 'test.db')}`,
  });
  before(() => must(environment(), 'migrate'));

  it('says whose papers need no approver, and changes it', async () => {
    const body = (...args: readonly string[]): Promise<string> => must(environment(), 'body', ...args);
    expect(await body('list', '--without-approval')).to.equal(
      'Mọi đơn vị đều cần lãnh đạo duyệt phiếu trước khi nộp.\n',
    );
    expect(await body('approval', 'Hà Nội', 'none')).to.equal(
      'Từ nay phiếu của thành phố Hà Nội không cần lãnh đạo duyệt. Phiếu đã gửi trước đó không đổi.\n',
    );
    expect(await body('approval', 'ha-noi', 'none')).to.contain('từ trước; không có gì thay đổi');
    expect(await body('list', '--without-approval')).to.equal(
      'ha-noi  thành phố Hà Nội: không cần lãnh đạo duyệt; 0 chuyên viên, 0 lãnh đạo\n',
    );
    expect(await body('approval', 'ha-noi', 'required')).to.contain('cần lãnh đạo duyệt trước khi nộp');
    // A body that is gone, by its id.
    expect(await body('approval', 'an-giang', 'none')).to.contain('phiếu của tỉnh An Giang không');
    expect((await body('list')).split('\n')).to.have.length.above(50);
  });

  for (const [args, says] of [
    [['approval', 'Không Có', 'none'], 'Không xác định được đơn vị'],
    [
      ['approval', 'an-giang', 'perhaps'],
      'Giá trị “perhaps” của <required|none> không đúng. Đề nghị ghi required hoặc none.',
    ],
    [['approval', 'an-giang'], 'Thiếu'],
  ] as const)
    it(`refuses: body ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(environment(), 'body', ...args);
      expect([code, stdout]).to.deep.equal([1, '']);
      expectSentences(stderr);
      expect(stderr).to.contain(says);
    });
});

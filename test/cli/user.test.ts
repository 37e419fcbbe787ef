/** Accounts at the command line, and the pages started and stopped from there. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { expectSentences, folderOfSuite, must, run, startProcess } from './command-line.ts';

describe('accounts and pages at the command line', () => {
  const folder = folderOfSuite();
  const environment = (): { readonly DATABASE_URL: string; readonly PORT: string } => ({
    DATABASE_URL: `sqlite:${join(folder(), 'test.db')}`,
    PORT: '0',
  });
  before(() => must(environment(), 'migrate'));

  const add = (name: string, ...more: readonly string[]): Promise<string> =>
    must(environment(), 'user', 'add', name, '--full-name', 'Lê Thị Chi', ...more);

  it('adds one and prints its first password, and gives it another one', async () => {
    const said = await add('Le.Chi', '--role', 'clerk', '--body', 'an-giang');
    const shown =
      /^Đã thêm tài khoản “le\.chi”\. Mật khẩu: ((?:[a-z2-9]{4}-){3}[a-z2-9]{4}) \(chỉ in một lần/;
    expect(said).to.match(shown);
    const again = await must(environment(), 'user', 'reset', 'le.chi');
    expect(again).to.match(/^Đã cấp lại mật khẩu của “le\.chi”\. Mật khẩu: /);
    expect(again).to.not.contain(shown.exec(said)?.[1]);
  });

  it('disables and enables it', async () => {
    await add('le.dung', '--role', 'reviewer');
    expect(await must(environment(), 'user', 'disable', 'le.dung')).to.contain('Đã ngừng');
    expect(await must(environment(), 'user', 'enable', 'le.dung')).to.contain('được dùng lại');
  });

  const refused: readonly (readonly [args: readonly string[], says: string])[] = [
    [['add', 'a', '--full-name', 'A', '--role', 'admin'], 'Tên đăng nhập gồm 3 đến 40 ký tự'],
    [['add', 'le.chi', '--full-name', 'A', '--role', 'admin'], 'Đã có tài khoản “le.chi”'],
    [['add', 'le.ha', '--full-name', 'A', '--role', 'clerk'], 'Cần chọn đơn vị'],
    [['add', 'le.ha', '--full-name', 'A', '--role', 'admin', '--body', 'an-giang'], 'không thuộc đơn vị'],
    [
      ['add', 'le.ha', '--full-name', 'A', '--role', 'clerk', '--body', 'Không Có'],
      'Không xác định được đơn vị',
    ],
    [['add', 'le.ha', '--full-name', 'A', '--role', 'boss'], 'Vai trò là một trong'],
    [['add', 'le.ha', '--role', 'admin'], 'Thiếu tùy chọn'],
    [['disable', 'khong.co'], 'Không có tài khoản “khong.co”'],
    [['enable', 'le.chi'], 'đang được sử dụng từ trước'],
  ];
  for (const [args, says] of refused)
    it(`refuses: user ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(environment(), 'user', ...args);
      expect([code, stdout]).to.deep.equal([1, '']);
      expectSentences(stderr);
      expect(stderr).to.contain(says);
    });

  it('serves the pages until it is told to stop', async () => {
    const served = startProcess(environment(), 'serve');
    const url = await new Promise<string>((resolve, reject) => {
      served.process.stdout?.on('data', () => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(served.stdout())?.[0];
        if (found !== undefined) resolve(found);
      });
      served.process.once('close', () => reject(new Error(served.stderr())));
    });
    const answer = await fetch(`${url}/dang-nhap`);
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.contain('Đăng nhập');
    served.process.kill('SIGTERM');
    const [code] = await once(served.process, 'close');
    expect([code, served.stderr()]).to.deep.equal([0, '']);
    expect(served.stdout()).to.contain('Đang dừng');
  });

  it('says so when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, stderr } = await run({ ...environment(), PORT: port }, 'serve');
    other.close();
    expect(code).to.equal(1);
    expectSentences(stderr);
    expect(stderr).to.contain(`cổng ${port} đang được chương trình khác dùng`);
  });
});

/** Requests that are refused before any page is asked for: they are answered as strictly, and in words. */
import { connect } from 'node:net';
import { expect } from 'chai';
import { onSqlite } from '../databases.ts';
import { rawRequest, type RawAnswer } from './raw-request.ts';
import { openSite, type Site } from './site.ts';

/** What is sent, the status, and the beginning of what is said. */
const REFUSED: readonly (readonly [what: string, lines: readonly string[], status: number, says: string])[] =
  [
    ['no HTTP', ['RUBBISH'], 400, 'Yêu cầu gửi tới không đọc được'],
    [
      'too many headers',
      ['GET / HTTP/1.1', 'Host: a', `X: ${'a'.repeat(20_000)}`],
      431,
      'Yêu cầu có phần đầu',
    ],
    ['no host', ['GET / HTTP/1.1', 'Connection: close'], 400, 'Yêu cầu không hợp lệ'],
    [
      'a coding that is not known',
      ['POST /dang-nhap HTTP/1.1', 'Host: a', 'Transfer-Encoding: gzip'],
      400,
      'Yêu cầu gửi tới không đọc được',
    ],
    [
      'an expectation of something else',
      ['GET /khong-co HTTP/1.1', 'Host: a', 'Expect: 200-ok', 'Connection: close'],
      404,
      'Không tìm thấy trang',
    ],
  ];

describe('what is refused before there is a page', () => {
  onSqlite((open) => {
    let site: Site;
    before(async () => {
      site = await openSite(await open());
    });
    after(() => site.stop());

    const expectStrict = ({ text }: RawAnswer): void => {
      const [head = ''] = text.split('\r\n\r\n');
      expect(head).to.match(/^Content-Security-Policy: default-src 'none';.*frame-ancestors 'none'\r?$/m);
      expect(head)
        .to.match(/^X-Content-Type-Options: nosniff\r?$/m)
        .and.match(/^Cache-Control: no-store\r?$/m);
      expect(head)
        .to.match(/^X-Frame-Options: DENY\r?$/m)
        .and.not.match(/X-Powered-By|^Server:/im);
    };
    const words = ({ text }: RawAnswer): string => Buffer.from(text, 'latin1').toString();

    for (const [what, lines, status, says] of REFUSED)
      it(`is answered as strictly, and in words: ${what}`, async () => {
        const answer = await rawRequest(site.url, `${lines.join('\r\n')}\r\n\r\n`);
        expect(answer.status).to.equal(status);
        expect(words(answer)).to.contain(says);
        expectStrict(answer);
        const [, body = ''] = answer.text.split('\r\n\r\n');
        const length = /^Content-Length: (\d+)/im.exec(answer.text)?.[1];
        if (length !== undefined) expect(body).to.have.lengthOf(Number(length));
      });

    it('is answered once where a second request on a connection is none', async () => {
      const answer = await rawRequest(
        site.url,
        'GET /khong-co HTTP/1.1\r\nHost: a\r\n\r\n',
        'RUBBISH\r\n\r\n',
      );
      expect(answer.status).to.equal(404);
      expect(site.logged().filter((line) => line.startsWith('error'))).to.deep.equal([]);
    });

    it('stops nothing: who goes away in mid-request leaves the server at work', async () => {
      const { hostname, port } = new URL(site.url);
      for (const part of ['', 'GET', 'POST /dang-nhap HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx'])
        await new Promise<void>((resolve) => {
          const socket = connect(Number(port), hostname, () => {
            socket.write(part);
            socket.resetAndDestroy();
          });
          socket.on('error', () => undefined).on('close', () => resolve());
        });
      expect((await fetch(`${site.url}/dang-nhap`)).status).to.equal(200);
      expect(site.logged().filter((line) => line.startsWith('error'))).to.deep.equal([]);
    });
  });
});

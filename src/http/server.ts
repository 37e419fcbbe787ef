/** Listens, and stops without cutting anyone off. */
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { refuseUnread } from './refuse-unread.ts';
import { ServerProblem } from './server-problem.ts';

export interface RunningServer {
  /** Where it is reached from this machine. */
  readonly url: string;
  /** Takes no more requests, lets the running ones finish, and ends. */
  readonly stop: () => Promise<void>;
}

export interface ServerSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/** A request that is being sent slower than this is given up: it holds a connection. */
const HEADERS_WITHIN = 20_000;
const REQUEST_WITHIN = 120_000;
/** How long running requests may take to finish after `stop`. */
const STOPS_WITHIN = 10_000;

/**
 * @param headers of what is answered before the listener is asked
 * @throws ServerProblem when the address cannot be listened on.
 */
export async function startServer(
  listener: RequestListener,
  { host, port }: ServerSettings,
  headers: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const server = createServer(
    {
      headersTimeout: HEADERS_WITHIN,
      requestTimeout: REQUEST_WITHIN,
      maxHeaderSize: 16 * 1024,
      // The application refuses it, with a page.
      requireHostHeader: false,
    },
    listener,
  );
  refuseUnread(server, headers);
  // Nothing is promised to who expects anything: the request is answered as every other one.
  server.on('checkExpectation', listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    stop: () =>
      new Promise((resolve) => {
        const cutOff = setTimeout(() => server.closeAllConnections(), STOPS_WITHIN);
        // A browser keeps its connection after its answer, for a next request that will not be taken.
        const ending = setInterval(() => server.closeIdleConnections(), 100);
        server.close(() => {
          clearTimeout(cutOff);
          clearInterval(ending);
          resolve();
        });
      }),
  };
}

function cannotListen(cause: NodeJS.ErrnoException, host: string, port: number): ServerProblem {
  const why =
    cause.code === 'EADDRINUSE'
      ? `cổng ${port} đang được chương trình khác dùng`
      : cause.code === 'EACCES'
        ? `không có quyền dùng cổng ${port}`
        : `địa chỉ ${host} không dùng được trên máy này`;
  return new ServerProblem(
    `Không mở được trang web tại ${host}:${port}: ${why}. Đề nghị đặt PORT hoặc HOST khác rồi chạy lại.`,
    { cause },
  );
}

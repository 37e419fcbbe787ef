/** Sends bytes to a server as they are: what is malformed cannot be sent by a well-behaved client. */
import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  /** Headers and body, as bytes read as Latin-1. */
  readonly text: string;
}

/** @param parts sent one after the other */
export function rawRequest(url: string, ...parts: readonly (string | Buffer)[]): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => {
      for (const part of parts) socket.write(part);
    });
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer within 20 seconds')));
    socket.on('data', (part: Buffer) => received.push(part));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The server may close while a body that it refused is still being sent.
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    socket.on('close', () => {
      const all = Buffer.concat(received).toString('latin1');
      // "100 Continue" only says that the body may come.
      const text = all.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    });
  });
}

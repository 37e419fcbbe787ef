/** Answers what Node itself cannot read as a request, and so never reaches the application: as strictly, and in words. */
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

const UNREADABLE = 'Yêu cầu gửi tới không đọc được. Đề nghị mở lại trang bằng trình duyệt rồi thực hiện lại.';

/** By Node's name of what is wrong; whatever else is wrong is unreadable. */
const ANSWERS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    'Yêu cầu có phần đầu (địa chỉ, cookie) quá lớn. Đề nghị xóa cookie của trang này trong trình duyệt rồi mở lại.',
  ],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, UNREADABLE],
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    'Yêu cầu được gửi quá chậm nên chưa thực hiện gì. Đề nghị kiểm tra kết nối mạng rồi thực hiện lại.',
  ],
};

/** @param headers of every answer */
export function refuseUnread(server: Server, headers: Readonly<Record<string, string>>): void {
  const answering = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => {
    answering.set(request.socket, response);
    response.once('close', () => answering.delete(request.socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answering.get(socket);
    // What follows a whole request is wrong: that request still gets its answer.
    if (answer?.req.complete === true) {
      answer.once('close', () => socket.destroy());
      return;
    }
    if (error.code === 'ECONNRESET' || !socket.writable || answer?.headersSent === true) {
      socket.destroy();
      return;
    }
    const [status, message] = ANSWERS[error.code ?? ''] ?? [400, UNREADABLE];
    const lines = Object.entries({
      ...headers,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(message)),
      Connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${message}`);
  });
}

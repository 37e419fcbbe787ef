/** The bytes of a file as text. What is no UTF-8 text is named for what it is, so that its sender knows what to do. */
import { isUtf8 } from 'node:buffer';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  /** `found` continues "tìm thấy …", `expected` "cần …"; `row` is the first line that cannot be read. */
  | { readonly ok: false; readonly found: string; readonly expected: string; readonly row?: number };

const EXPECTED = 'tệp CSV mã hóa UTF-8 (trong Excel: Lưu thành, chọn «CSV UTF-8»)';

/** First bytes of the kinds of files that are sent by mistake. */
const SIGNATURES: readonly (readonly [bytes: string, found: string])[] = [
  ['d0cf11e0', 'tệp Excel hoặc Word đời cũ (.xls, .doc)'],
  ['25504446', 'tệp PDF'],
  ['1f8b', 'tệp nén GZIP'],
  ['52617221', 'tệp nén RAR'],
  ['377abcaf', 'tệp nén 7z'],
  ['89504e47', 'tệp ảnh PNG'],
  ['ffd8ff', 'tệp ảnh JPEG'],
  ['fffe', 'tệp mã hóa UTF-16'],
  ['feff', 'tệp mã hóa UTF-16'],
];
const ZIP = '504b0304';
/** How far into a ZIP file the names are looked for that tell a workbook from other archives. */
const ZIP_HEAD = 8192;

/** Text in NFC without byte order mark, its lines ended by "\n". */
export function decodeText(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return { ok: false, found: 'tệp rỗng', expected: 'tệp CSV có dòng tiêu đề' };
  const kind = otherKind(buffer);
  if (kind !== null) return { ok: false, found: kind, expected: EXPECTED };
  const text = buffer.toString('utf8');
  if (!isUtf8(buffer))
    return {
      ok: false,
      row: rowOf(text, '\ufffd'),
      found: 'chữ theo bảng mã khác UTF-8 (thường là Windows-1258 hoặc Windows-1252)',
      expected: EXPECTED,
    };
  if (text.includes('\ufffd'))
    return {
      ok: false,
      row: rowOf(text, '\ufffd'),
      found: 'ký tự hỏng «\ufffd» do lưu sai bảng mã trước đó',
      expected: 'tệp lưu lại từ bản gốc với bảng mã UTF-8',
    };
  return {
    ok: true,
    text: text
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC'),
  };
}

/** What the bytes are when they are no text in one byte order; null for what may be UTF-8. */
function otherKind(buffer: Buffer): string | null {
  const head = buffer.toString('hex', 0, 8);
  if (head.startsWith(ZIP)) {
    const names = buffer.toString('latin1', 0, ZIP_HEAD);
    return /xl\/|\[Content_Types\]\.xml/.test(names) ? 'tệp Excel (.xlsx)' : 'tệp nén ZIP';
  }
  const signature = SIGNATURES.find(([bytes]) => head.startsWith(bytes));
  if (signature) return signature[1];
  if (!buffer.includes(0)) return null;
  return looksLikeUtf16(buffer) ? 'tệp mã hóa UTF-16' : 'tệp nhị phân, không phải văn bản';
}

/** Without a byte order mark: most of every second byte is zero, and none of the others. */
function looksLikeUtf16(buffer: Buffer): boolean {
  const sample = buffer.subarray(0, 1024);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return Math.min(even, odd) === 0 && Math.max(even, odd) > sample.length / 8;
}

function rowOf(text: string, mark: string): number {
  return text.slice(0, text.indexOf(mark)).split(/\r\n?|\n/).length;
}

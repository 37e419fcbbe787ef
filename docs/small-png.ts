/** Makes a picture of a page small: a browser writes PNG of true colour, and flat pages need few colours. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colours closer than this in each part are taken for one: what differs so little is the edge of a letter. */
const STEP = 8;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, row by row. */
  readonly rgb: Uint8Array;
}

/**
 * @param png not interlaced, 8 bits a part, with or without opacity, as Chromium writes it
 * @returns the same picture with a palette of at most `colours` (2 to 256)
 */
export function smallPng(png: Uint8Array, colours: number): Buffer {
  const pixels = readPng(Buffer.from(png));
  const { palette, indexes } = inPalette(pixels, colours);
  const rows = Buffer.alloc((pixels.width + 1) * pixels.height);
  for (let y = 0; y < pixels.height; y += 1)
    rows.set(indexes.subarray(y * pixels.width, (y + 1) * pixels.width), y * (pixels.width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels.width, 0);
  header.writeUInt32BE(pixels.height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** The most frequent colours stay; each other one becomes the nearest of them. */
function inPalette(
  { rgb }: Pixels,
  colours: number,
): { readonly palette: Buffer; readonly indexes: Uint8Array } {
  const keyAt = (at: number): number =>
    ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const key = keyAt(at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept: number[] = [];
  for (const [key] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (kept.length === colours) break;
    if (kept.every((other) => apart(key, other) >= STEP)) kept.push(key);
  }
  const indexOf = new Map<number, number>();
  for (const key of counts.keys()) {
    let best = 0;
    for (let index = 1; index < kept.length; index += 1)
      if (distance(key, kept[index] ?? 0) < distance(key, kept[best] ?? 0)) best = index;
    indexOf.set(key, best);
  }
  const indexes = new Uint8Array(rgb.length / 3);
  for (let at = 0; at < indexes.length; at += 1) indexes[at] = indexOf.get(keyAt(at * 3)) ?? 0;
  return { palette: Buffer.from(kept.flatMap(parts)), indexes };
}

function parts(key: number): readonly [number, number, number] {
  return [key >> 16, (key >> 8) & 255, key & 255];
}

function apart(a: number, b: number): number {
  const [[r1, g1, b1], [r2, g2, b2]] = [parts(a), parts(b)];
  return Math.max(Math.abs(r1 - r2), Math.abs(g1 - g2), Math.abs(b1 - b2));
}

function distance(a: number, b: number): number {
  const [[r1, g1, b1], [r2, g2, b2]] = [parts(a), parts(b)];
  return (r1 - r2) ** 2 + (g1 - g2) ** 2 + (b1 - b2) ** 2;
}

function readPng(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytes = png[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const line = width * bytes;
  const plain = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const left = x >= bytes ? (plain[y * line + x - bytes] ?? 0) : 0;
      const above = y > 0 ? (plain[(y - 1) * line + x] ?? 0) : 0;
      const corner = x >= bytes && y > 0 ? (plain[(y - 1) * line + x - bytes] ?? 0) : 0;
      plain[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + foretold(filter, left, above, corner);
    }
  }
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) rgb.set(plain.subarray(at * bytes, at * bytes + 3), at * 3);
  return { width, height, rgb };
}

/** What a filter of the PNG format (ISO/IEC 15948, clause 9) takes off a byte, from its neighbours. */
function foretold(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

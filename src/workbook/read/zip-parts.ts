/** The parts of a workbook's zip, listed with care and unpacked as streams under one allowance of bytes. */
import { Transform, pipeline, type Readable, type TransformCallback } from 'node:stream';
import yauzl from 'yauzl';
import { LIMITS } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';

export interface ZipParts {
  readonly names: ReadonlySet<string>;
  /** @throws WorkbookRefused "damaged" when there is no such part, or it cannot be unpacked */
  readonly open: (name: string) => Promise<Readable>;
}

/**
 * Lists the parts. Each is opened at most once; what is unpacked in all is counted, whatever the zip says of itself.
 * @throws WorkbookRefused when the zip is damaged, encrypted, too large, or names its parts unsafely
 */
export async function openParts(bytes: Buffer): Promise<ZipParts> {
  const zip = await opened(bytes);
  const entries = await listed(zip);
  let left: number = LIMITS.unpackedBytes;
  const open = async (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    if (!entry) throw new WorkbookRefused('damaged', { found: name });
    entries.delete(name);
    const most = Math.max(LIMITS.ratioFrom, entry.compressedSize * LIMITS.ratio);
    let unpacked = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
        left -= chunk.length;
        unpacked += chunk.length;
        if (left < 0 || unpacked > most) done(new WorkbookRefused('bomb'));
        else done(null, chunk);
      },
    });
    const packed = await zip.openReadStreamPromise(entry).catch(damaged);
    // Whoever reads `counted` gets the error, so there is nothing left to do with it here.
    pipeline(packed, counted, () => {});
    return counted;
  };
  return { names: new Set(entries.keys()), open };
}

async function opened(bytes: Buffer): Promise<yauzl.ZipFile> {
  return yauzl.fromBufferPromise(bytes, { lazyEntries: true }).catch(damaged);
}

async function listed(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let declared = 0;
  if (zip.entryCount > LIMITS.parts) throw new WorkbookRefused('bomb');
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (entry.isEncrypted()) throw new WorkbookRefused('encrypted');
      declared += entry.uncompressedSize;
      if (declared > LIMITS.declaredBytes || entries.size >= LIMITS.parts) throw new WorkbookRefused('bomb');
      // Two parts of one name: which of them counts would depend on who reads.
      if (entries.has(name)) throw new WorkbookRefused('unsafe-names');
      entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Error && isUnsafeName(error)) throw new WorkbookRefused('unsafe-names');
    return damaged(error);
  }
  return entries;
}

/** The zip reader checks names itself and tells it in these words. */
function isUnsafeName({ message }: Error): boolean {
  return /^(invalid relative path|absolute path|invalid characters in fileName)/.test(message);
}

function damaged(cause: unknown): never {
  if (cause instanceof WorkbookRefused) throw cause;
  throw new WorkbookRefused('damaged', {}, { cause });
}

/** What a file is by its first bytes, whatever its name says. */
import { LIMITS } from './limits.ts';
import type { WorkbookFault } from './refusal.ts';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Stream of an OLE file that holds an encrypted workbook. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Why the file is not even looked into; null for a zip of bearable size. */
export function faultOfBytes(bytes: Buffer): WorkbookFault | null {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > LIMITS.file) return 'too-large';
  if (bytes.subarray(0, OLE.length).equals(OLE)) return bytes.includes(ENCRYPTED) ? 'encrypted' : 'old-excel';
  return bytes.subarray(0, ZIP.length).equals(ZIP) ? null : 'not-a-workbook';
}

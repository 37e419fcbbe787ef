/** What a file is by its content: names and browsers' words are not believed. */

export type AttachmentType = 'application/pdf' | 'image/png' | 'image/jpeg';

/** Largest scan, in bytes, and how many may come with one form. */
export const LARGEST_ATTACHMENT = 10 * 1024 * 1024;
export const MOST_ATTACHMENTS = 5;

const LONGEST_NAME = 150;

/** The first bytes of each, and the extensions that a name may end with; the first is given to a name without. */
const TYPES: readonly {
  readonly type: AttachmentType;
  readonly start: readonly number[];
  readonly extensions: readonly [string, ...string[]];
}[] = [
  { type: 'application/pdf', start: [0x25, 0x50, 0x44, 0x46, 0x2d], extensions: ['pdf'] },
  {
    type: 'image/png',
    start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    extensions: ['png'],
  },
  { type: 'image/jpeg', start: [0xff, 0xd8, 0xff], extensions: ['jpg', 'jpeg'] },
];

/** The type of a file, when it is one that may be attached. */
export function attachmentType(bytes: Uint8Array): AttachmentType | undefined {
  return TYPES.find(({ start }) => start.every((byte, index) => bytes[index] === byte))?.type;
}

/**
 * A name that is safe to show and to save under: without folders and signs that file systems or headers trip over, in
 * NFC, and ending as files of its type do.
 */
export function attachmentName(given: string, type: AttachmentType): string {
  const extensions = TYPES.find((one) => one.type === type)?.extensions ?? ['pdf'];
  const bare = given
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*%;]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  const stem = bare.replace(/\.[^.]*$/, '');
  const end = bare.slice(stem.length + 1).toLowerCase();
  const isRight = extensions.includes(end);
  const name = isRight ? stem : bare;
  const short = Array.from(name)
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[. ]+$/, '');
  return `${short === '' ? 'tep-kem-theo' : short}.${isRight ? end : extensions[0]}`;
}

/** How much a workbook may hold. A filled template has some hundred cells; these limits are far above, and far below harm. */

const MIB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of the file. */
  file: 5 * MIB,
  /** Parts in the zip, and bytes that all of them say they unpack to. */
  parts: 2_000,
  declaredBytes: 200 * MIB,
  /** Bytes that are unpacked in all, of the parts that are read. */
  unpackedBytes: 32 * MIB,
  /** A part may be this many times as large as its packed form, when it is larger than the bytes. */
  ratio: 250,
  ratioFrom: 8 * MIB,
  sheets: 60,
  /** Cells in all, with something in them or not, and of those that are not blank. */
  cellElements: 1_000_000,
  cells: 50_000,
  /** Different texts that cells share, and characters of all texts together. */
  sharedStrings: 50_000,
  characters: 4_000_000,
  /** Styles, ranges and column widths. */
  formats: 70_000,
  mergedRanges: 10_000,
  mergedCells: 200_000,
  columnRanges: 16_384,
  /** Depth of elements. */
  depth: 50,
  /** The grid of a spreadsheet. */
  rows: 1_048_576,
  columns: 16_384,
} as const;

/** The child that reads: megabytes of heap, seconds of time with those that were waited, bytes of answer. */
export const CHILD = { heapMegabytes: 128, seconds: 4, answerBytes: 16 * MIB } as const;

/** At most so many files are read at once; more wait, and those beyond that are told to come again. */
export const AT_ONCE = 2;
export const WAITING = 30;

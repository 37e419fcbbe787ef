/**
 * From the output of a template to paragraphs of runs. Helpers leave a mark in the output for each run that they
 * print; everything else is prose, which holds no digit.
 */
import type { Run, Runs } from '../model/report-model.ts';

/** Marks are private-use characters, which no text may hold. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = /\uE000(\d+)\uE001/;
const MARKS = new RegExp(MARK, 'g');
/** What a line begins with that is no paragraph of its own. */
const STYLES: Readonly<Record<string, 'item' | 'subitem'>> = { '- ': 'item', '+ ': 'subitem' };
const LEAD = /^\*\*(.+?)\*\*(\s*)(.*)$/su;
/** Where helpers print nothing, the full stop of their sentence may be all that is left. */
const SAYS_SOMETHING = /[\p{L}\p{N}\uE000]/u;

export interface NarratedParagraph {
  readonly style: 'body' | 'item' | 'subitem';
  /** So many of the first runs are the lead, printed in bold. */
  readonly lead?: number;
  readonly runs: Runs;
}

/** Collects the runs of one text while its template runs. */
export interface RunSink {
  /** Keeps the run and gives the mark that stands for it in the template's output. */
  emit(run: Run): string;
  /** The missing marks that a part of the output holds, each once. */
  takeMissing(output: string): readonly Run[];
  /** Cuts the output into paragraphs at blank lines; a line that begins with "- " is an item, with "+ " one within it. */
  paragraphs(output: string): readonly NarratedParagraph[];
}

export function createRunSink(): RunSink {
  const kept: Run[] = [];
  const taken = new Set<Run>();
  return {
    emit(run) {
      if (run.text === '') return '';
      kept.push(run);
      return `${OPEN}${kept.length - 1}${CLOSE}`;
    },
    takeMissing: (output) =>
      [...output.matchAll(MARKS)].flatMap(([, index]) => {
        const run = kept[Number(index)];
        if (run?.kind !== 'missing' || taken.has(run)) return [];
        taken.add(run);
        return [run];
      }),
    paragraphs: (output) =>
      output
        .split(/\n\s*\n|\n(?=\s*[-+] )/)
        .map((block) => block.replace(/\s+/g, ' ').trim())
        .filter((block) => SAYS_SOMETHING.test(block))
        .map((block) => {
          const style = STYLES[block.slice(0, 2)];
          return { style: style ?? 'body', ...withLead(style ? block.slice(2) : block, kept) };
        }),
  };
}

/** The words between "**" and "**" at the beginning of a paragraph are its lead. */
function withLead(block: string, kept: readonly Run[]): Pick<NarratedParagraph, 'lead' | 'runs'> {
  const [, lead, space = '', rest = ''] = LEAD.exec(block) ?? [];
  if (lead === undefined) return { runs: toRuns(block, kept) };
  // The space belongs to the lead, so that a sentence that begins behind it is seen as one.
  const runs = toRuns(rest === '' ? lead.trim() : `${lead.trim()}${space}`, kept);
  return { lead: runs.length, runs: toRuns(rest, kept, runs) };
}

function toRuns(block: string, kept: readonly Run[], before: Runs = []): Runs {
  const runs: Run[] = [...before];
  for (const [index, part] of tidy(block).split(MARK).entries()) {
    const run: Run | undefined = index % 2 === 1 ? kept[Number(part)] : { kind: 'text', text: part };
    if (run === undefined || run.text === '') continue;
    const last = runs.at(-1);
    if (last?.kind === 'quoted' && /^[.;,]/.test(run.text)) runs.splice(-1, 1, withoutStop(last));
    runs.push(atSentenceStart(runs) ? { ...run, text: capitalised(run.text) } : run);
  }
  return runs;
}

/** Quoted words give up their full stop to the sentence around them. */
export function withoutStop<T extends Run>(run: T): T {
  return { ...run, text: run.text.replace(/[.;,\s]+$/, '') };
}

/** Helpers that print nothing leave spaces before punctuation; a list that ends with "..." takes no full stop. */
function tidy(block: string): string {
  return block
    .replace(/ +([,;.:)])/g, '$1')
    .replace(/\( +/g, '(')
    .replace(/\.{4,}/g, '...');
}

function atSentenceStart(runs: Runs): boolean {
  const last = runs.at(-1);
  return last === undefined || (last.kind === 'text' && /[.!?]\s$/.test(last.text));
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('vi') + text.slice(first.length);
}

/** What corrections make of published editions: sentences that are not true any more, and new contradictions. All soft. */
import type { Book } from '../aggregation/book.ts';
import { cellInWords } from '../corrections/cell-in-words.ts';
import { placeOfCorrection } from '../corrections/correction-in-words.ts';
import {
  isOfRow,
  type Correction,
  type EditionEffect,
  type PrintedChange,
} from '../corrections/correction.ts';
import { rowChangeInWords } from '../corrections/row-in-words.ts';
import type { Finding, Place } from '../finding.ts';
import { shortPeriodName } from '../period.ts';
import { soft } from './found.ts';

const ADVICE =
  'Báo cáo đã phát hành được giữ nguyên. Đề nghị ghi lý do và cách xử lý, ví dụ đã thông báo đính chính cho nơi nhận.';
const CHECK_VALUE = 'Đề nghị đơn vị kiểm tra lại số đính chính, hoặc ghi lý do.';

/** Corrections named one by one; more of them are counted. */
const NAMED = 3;

export function findFalsified(book: Book): readonly Finding[] {
  const { corrections = [], news } = book.facts;
  if (!news) return [];
  const causeOf = (ids: readonly number[]): Cause => {
    const causes = corrections.filter(({ id }) => ids.includes(id));
    return { text: inWords(book, causes), places: causes.flatMap(placesOf) };
  };
  return news.editions.flatMap((edition) => [
    ...edition.sentences.map((sentence) => falseSentence(edition, sentence, causeOf(sentence.by))),
    ...edition.contradictions.map((one) => contradiction(edition, one, causeOf(news.told))),
  ]);
}

interface Cause {
  readonly text: string;
  readonly places: readonly Place[];
}

function falseSentence({ period }: EditionEffect, sentence: PrintedChange, cause: Cause): Finding {
  const { place, where, printed, now } = sentence;
  const instead =
    now === '' ? 'theo số liệu đính chính, câu này không còn' : `theo số liệu đính chính phải là “${now}”`;
  const message = `báo cáo ${shortPeriodName(period)} đã phát hành, ${where.slice(0, 1).toLocaleLowerCase('vi')}${where.slice(1)}, viết “${printed}”; ${instead} (${cause.text})`;
  return soft(`correction:${period}/${place}`, 'correction', message, [cause], ADVICE);
}

function contradiction(
  { period }: EditionEffect,
  { id, statement }: EditionEffect['contradictions'][number],
  cause: Cause,
): Finding {
  const message = `báo cáo ${shortPeriodName(period)} đã phát hành, theo số liệu đính chính, có mâu thuẫn: ${withoutStop(statement)} (${cause.text})`;
  return soft(`correction:${period}/${id}`, 'correction', message, [cause], CHECK_VALUE);
}

function inWords(book: Book, corrections: readonly Correction[]): string {
  const named = corrections.slice(0, NAMED).map((correction) => oneInWords(book, correction));
  const more = corrections.length - NAMED;
  return `đính chính: ${named.join('; ')}${more > 0 ? ` và ${more} chỗ khác` : ''}`;
}

function oneInWords(book: Book, correction: Correction): string {
  const { definition } = book.facts;
  if (isOfRow(correction))
    return `${placeOfCorrection(definition, correction)}, ${rowChangeInWords(definition, correction)}`;
  const indicator = definition.indicators[correction.indicator ?? ''];
  const [old, now] = [correction.from, correction.to].map((cell) => cellInWords(cell, indicator));
  return `${placeOfCorrection(definition, correction)} từ ${old} thành ${now}`;
}

function placesOf(correction: Correction): readonly Place[] {
  if (isOfRow(correction)) {
    const { form, entity, table, number, newNumber, before, revision } = correction.place;
    const [row, holder] = newNumber > 0 ? [newNumber, revision] : [number, before];
    const value = JSON.stringify(correction.to ?? correction.from);
    return [{ kind: 'row', form, entity, table, row, revision: holder, value }];
  }
  const { place, to, indicator = '', period, reason } = correction;
  const value = to.state === 'value' ? to.value : to.state;
  if (place.kind === 'history') return [{ kind: 'history', indicator, period, value, source: reason }];
  const { form, entity, field, revision } = place;
  return [{ kind: 'cell', form, entity, field, revision, value }];
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '');
}

/** Twelve provinces that answer one form with a few of its fields, in the place of the four of the tiny facts. */
import { USUAL_BAND } from '../../../src/domain/definition/indicator.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import { ENTITIES, PROVINCES, tinyDefinition, type AnswersOfBody, type Tiny } from '../tiny-facts.ts';

/** What is said of an indicator whose values are watched with the usual band. */
export const WATCHED = { outlier: USUAL_BAND };

const TWELVE: readonly Entity[] = Array.from({ length: 12 }, (_, index) => ({
  id: `tinh-${index}`,
  kind: 'tinh',
  name: `tỉnh ${index}`,
  shortName: `Tỉnh ${index}`,
  codes: [],
  aliases: [],
  successors: [],
}));

/**
 * @param fields those that F-TINH asks, each watched
 * @param answerOf what the body at a place answers
 * @param count leaves out the last bodies
 */
export function provincesAnswering(
  fields: readonly string[],
  answerOf: (place: number) => AnswersOfBody,
  count: number = TWELVE.length,
): Tiny {
  const forms = tinyDefinition().forms.map((form) => {
    if (form.id !== 'F-TINH') return form;
    const sections = form.sections.map((section) => ({
      ...section,
      fields: section.fields.filter(({ id }) => fields.includes(id)),
    }));
    return { ...form, sections };
  });
  const provinces = TWELVE.slice(0, count);
  return {
    indicators: Object.fromEntries(fields.map((id) => [id, WATCHED])),
    definition: { forms, entities: [...provinces, ...ENTITIES.filter(({ kind }) => kind === 'bo')] },
    answers: {
      'F-TINH': {
        ...Object.fromEntries(PROVINCES.map((id) => [id, null])),
        ...Object.fromEntries(provinces.map(({ id }, place) => [id, answerOf(place)])),
      },
    },
  };
}

/** Which schema describes which file; docs/authoring.md's tables follow this order. */
import { ANNEXES_SCHEMA } from './annexes-schema.ts';
import { CHECKS_SCHEMA } from './checks-schema.ts';
import { FORMS_SCHEMA } from './forms-schema.ts';
import { INDICATORS_SCHEMA } from './indicators-schema.ts';
import type { Schema } from './parts.ts';
import { REPORT_SCHEMA } from './report-schema.ts';
import { SPLITS_SCHEMA } from './splits-schema.ts';
import { CALENDAR_SCHEMA, ENTITY_SCHEMA, ROSTERS_SCHEMA } from './shared-schemas.ts';

/** By path within `reports/`; a report's own files are those of `<id>/`. */
export const FILE_SCHEMAS: Readonly<Record<string, Schema>> = {
  '<id>/report.yaml': REPORT_SCHEMA,
  '<id>/indicators.yaml': INDICATORS_SCHEMA,
  '<id>/forms.yaml': FORMS_SCHEMA,
  '<id>/checks.yaml': CHECKS_SCHEMA,
  '<id>/annexes.yaml': ANNEXES_SCHEMA,
  '<id>/splits.yaml': SPLITS_SCHEMA,
  'entities.csv': ENTITY_SCHEMA,
  'rosters.yaml': ROSTERS_SCHEMA,
  'calendar.yaml': CALENDAR_SCHEMA,
};

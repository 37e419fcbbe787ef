/** What every act of the workflow needs: the database, the definitions' folder, who acts, and the time. */
import type { Database } from '../db/connect.ts';
import type { Act } from '../db/events.ts';

export interface Workplace {
  readonly db: Database;
  readonly reportsDir: string;
  /** Who acts, as events record it. */
  readonly actor: string;
  /** The time in Vietnam with its offset, e.g. "2024-11-05T09:00:00+07:00"; the only clock there is. */
  readonly now: () => string;
}

/** The act of this moment, or of a stated time. */
export function actOf({ actor, now }: Workplace, at?: string, reason?: string): Act {
  return { at: at ?? now(), actor, ...(reason === undefined ? {} : { reason }) };
}

const OFFSET_HOURS = 7;

/** A moment as Vietnamese time, which has no daylight saving: "2024-11-05T09:00:00+07:00". */
export function vietnamTime(moment: Date): string {
  const local = new Date(moment.getTime() + OFFSET_HOURS * 3_600_000);
  return `${local.toISOString().slice(0, 19)}+07:00`;
}

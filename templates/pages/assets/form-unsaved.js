/**
 * What is typed and not saved, kept in this tab's storage: it outlives an ended session and a reloaded page. Kept by person and
 * form, so that nobody is shown what another typed.
 */

/**
 * @typedef {import('./form-fields.js').Input} Input
 * @typedef {{ field: string, input: Input, v: number, was: Input }} KeptField
 * @typedef {{ table: string, row: string | null, texts: Input, v: number, was: Input }} KeptRow a new row has no id
 * @typedef {{ fields: KeptField[], rows: KeptRow[] }} Kept
 */

/** @param {HTMLFormElement} form */
export function unsavedStore(form) {
  const key = `tong-hop:${form.dataset['owner']}:${new URL(form.action).pathname}`;
  return {
    /** @param {Kept} kept */
    keep: (kept) => {
      try {
        if (kept.fields.length + kept.rows.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Storage that is full or switched off keeps nothing; saving goes on.
      }
    },
    /** @returns {Kept} */
    kept: () => {
      try {
        const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}');
        return { fields: kept.fields ?? [], rows: kept.rows ?? [] };
      } catch {
        return { fields: [], rows: [] };
      }
    },
  };
}

/** Asks the server; whatever goes wrong has words and says whether trying again makes sense. */

/**
 * @typedef {{ ok: true, value: any }
 *   | { ok: false, kind: 'signed-out' | 'stale' | 'refused' | 'unreachable', message: string }} Reply
 */

const WAITS = 20_000;

/** @param {string} path @param {unknown} value @returns {Promise<Reply>} */
export function post(path, value) {
  const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
  return ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': token },
    body: JSON.stringify(value),
  });
}

/** @param {string} path @returns {Promise<Reply>} */
export function get(path) {
  return ask(path, { headers: { Accept: 'application/json' } });
}

/** @param {string} path @param {RequestInit} request @returns {Promise<Reply>} */
async function ask(path, request) {
  try {
    const response = await fetch(path, { ...request, redirect: 'error', signal: AbortSignal.timeout(WAITS) });
    const value = await response.json();
    if (response.ok) return { ok: true, value };
    if (response.status === 401) return { ok: false, kind: 'signed-out', message: value.message };
    if (response.status === 403) return { ok: false, kind: 'stale', message: value.message };
    if (response.status >= 500) return { ok: false, kind: 'unreachable', message: value.message };
    return { ok: false, kind: 'refused', message: value.message };
  } catch {
    return { ok: false, kind: 'unreachable', message: 'không liên lạc được với hệ thống' };
  }
}

/** Prints what was compiled. The browser works in processes of its own: what else is to do is done meanwhile. */
import { setImmediate } from 'node:timers/promises';
import type { Compilation } from '../domain/compile.ts';
import type { Browser } from '../render/browser.ts';
import { renderHtml } from '../render/html.ts';
import { renderPdf, type PdfOptions } from '../render/pdf.ts';
import { inTurn } from './in-turn.ts';

export interface Printed<T> {
  readonly html: string;
  readonly pdf: Uint8Array;
  /** What `meanwhile` gave. */
  readonly done: T;
}

/**
 * @param handOver called when the browser has begun
 * @param meanwhile work of this process that needs nothing of the print
 * @throws RenderError when the browser cannot be started or cannot print.
 */
export async function printCompilation<T>(
  browser: Promise<Browser>,
  compilation: Compilation,
  options: PdfOptions,
  handOver: () => void,
  meanwhile: () => T,
): Promise<Printed<T>> {
  const html = renderHtml(compilation.model);
  let doing: Promise<T> | undefined;
  const onPrinting = (): void => {
    if (doing) return;
    handOver();
    doing = setImmediate().then(() => inTurn(meanwhile));
    // It is looked at when the print is there.
    doing.catch(() => undefined);
  };
  // Nobody else waits for a browser that is still starting.
  const isReady = await Promise.race([browser.then(() => true), setImmediate(false)]);
  if (!isReady) handOver();
  const pdf = await renderPdf(await browser, html, { ...options, onPrinting });
  return { html, pdf, done: await (doing ?? meanwhile()) };
}

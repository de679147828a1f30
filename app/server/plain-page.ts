import type { IncomingMessage, ServerResponse } from 'node:http';
import { wordsFor } from '~/i18n/index';
import type { Language } from '~/shared/language';
import { pathTo } from '~/shared/paths';
import styles from '~/styles/pages/screen.css?url';

export interface PlainPage {
  status: number;
  language: Language;
  title: string;
  /** HTML; whatever came from outside has been escaped. */
  body: string;
}

/** A page of ours in words without Remix: for whoever is turned away before it. */
export function sendPlainPage(
  request: Pick<IncomingMessage, 'method'>,
  response: ServerResponse,
  page: PlainPage,
): void {
  beginPlainPage(request, response, page);
  response.end();
}

/** The same whole on the line, which stays open until `response.end()`. */
export function beginPlainPage(
  { method }: Pick<IncomingMessage, 'method'>,
  response: ServerResponse,
  page: PlainPage,
): void {
  const html = Buffer.from(plainHtml(page));
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Length', html.length);
  response.writeHead(page.status);
  if (method !== 'HEAD') response.write(html);
}

export function plainHtml({ language, title, body }: PlainPage): string {
  const { siteName } = wordsFor(language).common;
  const head =
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${title}</title><link rel="stylesheet" href="${styles}"><link rel="icon" href="/favicon.svg" type="image/svg+xml">`;
  const brand = `<a class="brand" href="${pathTo('/', language)}">${siteName}</a>`;
  const heading = `<header class="page-heading"><div><h1>${title}</h1></div></header>`;
  return (
    `<!doctype html><html lang="${language}"><head>${head}</head><body><div class="shell">` +
    `<header class="site-header on-ink"><div class="site-header-row">${brand}</div></header>` +
    `<div class="shell-body"><main id="isi" class="main main-narrow">${heading}<div class="stack">${body}</div></main></div>` +
    `</div></body></html>`
  );
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

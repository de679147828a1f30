import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '~/shared/language';

export interface PlainPage {
  status: number;
  language: Language;
  title: string;
  /** HTML; whatever came from outside has been escaped. */
  body: string;
}

/** A page in words without Remix: for whoever is turned away before it. */
export function sendPlainPage(
  { method }: Pick<IncomingMessage, 'method'>,
  response: ServerResponse,
  page: PlainPage,
): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(page.status).end(method === 'HEAD' ? undefined : plainHtml(page));
}

export function plainHtml({ language, title, body }: PlainPage): string {
  return (
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title><h1>${title}</h1>${body}</html>`
  );
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { wordsFor } from '~/i18n/index';
import { refusalAnswer } from '~/i18n/refusals';
import { languageOf, plainPath } from '~/shared/paths';
import type { BusyRefusal } from '~/shared/platform-refusals';
import { isSecretField } from '~/shared/secret-fields';
import { escapeHtml, type PlainPage, plainHtml, sendPlainPage } from './plain-page';

/** When somebody who was turned away may come again, seconds. */
export const TRY_AGAIN_SECONDS = 5;

export interface TurnedAway {
  url: URL;
  /** The form that was sent, as it came; null where there was none, or one with files. */
  form: Buffer | null;
}

/** Too many at once, a database that takes nothing, or a process that is about to end: nothing was done, and one tap sends the same again. */
export function sendBusyPage(
  request: IncomingMessage,
  response: ServerResponse,
  away: TurnedAway,
  seconds = TRY_AGAIN_SECONDS,
): void {
  response.setHeader('Retry-After', String(seconds));
  sendPlainPage(request, response, busyPage(away, seconds));
}

/** The same for whoever answers with a web Response. */
export function busyResponse(away: TurnedAway, seconds = TRY_AGAIN_SECONDS): Response {
  const headers = {
    'Retry-After': String(seconds),
    'Cache-Control': 'no-store',
    'Content-Type': 'text/html; charset=utf-8',
  };
  return new Response(plainHtml(busyPage(away, seconds)), { status: 503, headers });
}

/** A basket stays in its cookie; everything else that was typed stands in the page's own form. */
function busyPage({ url, form }: TurnedAway, seconds: number): PlainPage {
  const language = languageOf(url.pathname);
  const { busy } = wordsFor(language).common;
  const refusal: BusyRefusal = { code: 'too_many_at_once', seconds };
  const isPayment = plainPath(url.pathname) === '/keranjang/bayar';
  const text = isPayment ? refusalAnswer(refusal, language).text : busy.text(seconds);
  const again = form
    ? formAgain(form, busy.again)
    : `<a class="button button-primary button-wide" href="${escapeHtml(url.pathname + url.search)}">${busy.again}</a>`;
  return { status: 503, language, title: busy.title, body: `<p>${text}</p>${again}` };
}

function formAgain(form: Buffer, label: string): string {
  const fields = [...new URLSearchParams(form.toString('utf8'))].filter(([name]) => !isSecretField(name));
  const inputs = fields.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post">${inputs.join('')}<button class="button button-primary button-wide">${label}</button></form>`;
}

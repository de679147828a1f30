import { wordsFor } from '~/i18n/index';
import { refusalAnswer } from '~/i18n/refusals';
import { languageOf } from '~/shared/paths';
import type { BusyRefusal } from '~/shared/platform-refusals';
import { escapeHtml, sendPlainPage } from '../plain-page';
import type { PaymentPost } from './take-payment';

/** Too many at once: the basket stays in its cookie, and one tap sends the same form again. A typed PIN is not kept. */
export function sendBusyPage({ request, response, url, body }: PaymentPost, seconds: number): null {
  const language = languageOf(url.pathname);
  const refusal: BusyRefusal = { code: 'too_many_at_once', seconds };
  const { text } = refusalAnswer(refusal, language);
  const { pay } = wordsFor(language).customer;
  const fields = [...new URLSearchParams(body.toString('utf8'))].filter(([name]) => name !== 'pin');
  const inputs = fields.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const again = `<form method="post">${inputs.join('')}<button>${pay.tryAgain}</button></form>`;
  response.setHeader('Retry-After', String(seconds));
  sendPlainPage(request, response, { status: 503, language, title: pay.busy, body: `<p>${text}</p>${again}` });
  return null;
}

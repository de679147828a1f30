import { receiveNotice } from '~/domain/wallet/receive-notice.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

/**
 * What Stripe tells us. Judged by its signature over the raw body alone: the text is read before anybody parses it.
 * 400 for whoever cannot sign; 200 once the notice is recorded, however often it comes; any fault of ours answers 500,
 * and Stripe sends it again.
 */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { app } = await requireRight(args, 'public');
  const rawBody = await args.request.text();
  const received = await receiveNotice(app, {
    rail: 'stripe',
    rawBody,
    signature: args.request.headers.get('Stripe-Signature'),
  });
  if (received === 'off') return new Response(null, { status: 404 });
  return new Response(null, { status: received === 'unsigned' ? 400 : 200 });
}

/** Nobody looks here. */
export async function loader(args: ActionFunctionArgs): Promise<Response> {
  await requireRight(args, 'public');
  return new Response(null, { status: 405, headers: { Allow: 'POST' } });
}

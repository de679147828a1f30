import { readOwnMerchant } from '~/domain/merchants/read-own-merchant.server';
import { openTip } from '~/domain/training/open-tip.server';
import { findTip } from '~/domain/training/tips';
import { answerNotFound, redirectTo } from '~/web/answer.server';
import { requireOwn } from '~/web/own.server';
import type { ActionFunctionArgs } from '~/web/remix';

/** "Buka tip": kept once a day, since only what is stored may be counted. */
export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'merchant.view', readOwnMerchant);
  const tip = findTip(args.params.tip);
  if (!tip) throw answerNotFound();
  const { id: merchantId } = own.merchant;
  await app.inTransaction((tx) => openTip(tx, { tip: tip.slug, merchantId, personId: person.id, now }));
  return redirectTo(`/belajar/${merchantId}/tips#${tip.slug}`, language);
}

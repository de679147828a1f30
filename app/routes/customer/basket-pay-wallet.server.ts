import type { WalletView } from '~/components/customer/pay-form';
import type { Session } from '~/domain/identity/read-session.server';
import type { WalletPayer } from '~/domain/orders/order-of-basket';
import { checkPin, type PinApp } from '~/domain/wallet/check-pin.server';
import { readPinPass } from '~/domain/wallet/read-pin-pass.server';
import { readSpendingAccount } from '~/domain/wallet/read-spending-account.server';
import type { PinRefusal } from '~/domain/wallet/wallet';
import type { AppContext, ReadDb } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';

/** What the paying page may know of a wallet: whether it can pay, how much is free, until when no PIN is asked. */
export async function readWallet(db: ReadDb, visitor: Session | null, now: number): Promise<WalletView> {
  if (!visitor) return { kind: 'signed_out' };
  const account = await readSpendingAccount(db, visitor.person.id);
  if (!account?.hasPin) return { kind: 'no_pin' };
  const key = { sessionId: visitor.id, accountId: account.id };
  return { kind: 'ready', available: account.available, pinKeptUntil: await readPinPass(db, key, now) };
}

/**
 * Who pays. A typed PIN is checked in a unit of its own, because a refusal rolls back and a wrong try must count;
 * where none was typed, placing the order finds out whether one is remembered.
 */
export async function readPayer(
  app: PinApp & Pick<AppContext, 'db'>,
  visitor: Session | null,
  { pin, keepPin }: { pin: string; keepPin: boolean },
): Promise<Result<WalletPayer, PinRefusal | { code: 'pin_needed' }>> {
  if (!visitor) return refuse({ code: 'pin_needed' });
  const { id: sessionId, person } = visitor;
  if (pin === '') {
    const account = await readSpendingAccount(app.db, person.id);
    if (!account) return refuse({ code: 'pin_needed' });
    return accept({ personId: person.id, accountId: account.id, pinCheckedAt: null, sessionId });
  }
  const checked = await checkPin(app, { personId: person.id, pin, rememberOn: keepPin ? sessionId : null });
  if (!checked.ok) return checked;
  const { accountId } = checked.value;
  return accept({ personId: person.id, accountId, pinCheckedAt: app.clock.now(), sessionId });
}

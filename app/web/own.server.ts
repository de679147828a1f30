import type { Person } from '~/domain/identity/read-person.server';
import { RIGHT_ROLES, type ScopedRight } from '~/domain/identity/rights';
import type { ReadDb } from '~/platform/app-context';
import { answerNotFound } from './answer.server';
import { type Asked, type PageArgs, requireRight } from './rights.server';

/** What an address may name below a merchant or an organisation, unchecked. */
export interface Named {
  organisationId?: string;
  merchantId?: string;
  festivalId?: string;
  slug?: string;
  dishId?: string;
  /** The instant of the request, epoch milliseconds. */
  now: number;
}

/**
 * `requireRight` in the merchant or organisation that the address names, and in `own` what else it names, as `read`
 * finds it among theirs by the address's parameters. Not there, or another's: 404.
 */
export async function requireOwn<Own extends object>(
  args: PageArgs,
  right: ScopedRight,
  read: (db: ReadDb, named: Named) => Promise<Own | null>,
): Promise<Asked<Person> & { own: Own }> {
  const asked = await requireRight(args, right, args.params[`${RIGHT_ROLES[right].scope}Id`] ?? '');
  const own = await read(asked.app.db, { ...args.params, now: asked.now });
  if (!own) throw answerNotFound();
  return { ...asked, own };
}

import type { Tx } from '~/platform/app-context';
import { accept, type Result, refuse } from '~/shared/result';

/** Uses up a code if its fingerprint fits; once, whoever comes first. The try was counted before (countCodeTry). */
export async function useSignInCode(
  tx: Tx,
  { codeId, fingerprint, now }: { codeId: string; fingerprint: string; now: number },
): Promise<Result<undefined, { code: 'code_wrong' }>> {
  const used = await tx
    .updateTable('identity_code')
    .set({ used_at: now })
    .where('id', '=', codeId)
    .where('code_hmac', '=', fingerprint)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n ? accept() : refuse({ code: 'code_wrong' });
}

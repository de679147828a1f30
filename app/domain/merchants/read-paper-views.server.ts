import { readNumberLooks } from '~/domain/identity/read-number-looks.server';
import type { ReadDb } from '~/platform/app-context';
import type { MerchantId, PersonId } from '~/shared/ids';
import type { DocumentKind } from './merchants';
import type { ViewRight } from './paper';

/** One time somebody was shown a page, or the number in the open. */
export interface PaperView {
  id: string;
  kind: DocumentKind;
  at: number;
  right: ViewRight;
  viewerId: string;
  name: string | null;
  /** `page_gone` where that page was taken away since. */
  what: 'page' | 'page_gone' | 'number';
}

/** Who looked at a merchant's papers, or at one kind; the newest first. */
export async function readPaperViews(
  db: ReadDb,
  { merchantId, kind, limit = 100 }: { merchantId: MerchantId; kind: DocumentKind; limit?: number },
): Promise<PaperView[]> {
  const rows = await db
    .selectFrom('merchant_document_view as view')
    .leftJoin('identity_person as person', 'person.id', 'view.viewer_id')
    .leftJoin('merchant_document_page as page', (join) =>
      join
        .onRef('page.merchant_id', '=', 'view.merchant_id')
        .onRef('page.kind', '=', 'view.kind')
        .onRef('page.file_id', '=', 'view.file_id')
        .on('page.removed_at', 'is', null),
    )
    .select([
      'view.id as id',
      'view.kind as kind',
      'view.at as at',
      'view.right as right',
      'view.viewer_id as viewerId',
      'person.name as name',
      'page.position as page',
    ])
    .where('view.merchant_id', '=', merchantId)
    .where('view.kind', '=', kind)
    .orderBy('view.at', 'desc')
    .orderBy('view.id', 'desc')
    .limit(limit)
    .execute();
  const pages = rows.map(({ page, ...row }) => ({
    ...row,
    kind: row.kind as DocumentKind,
    right: row.right as ViewRight,
    what: page === null ? ('page_gone' as const) : ('page' as const),
  }));
  const numbers = await readNumberLooks(db, { merchantId, about: kind });
  const looks = numbers.map((look) => ({ ...look, kind, right: 'verifier', what: 'number' }) as const);
  return [...pages, ...looks].sort((a, b) => b.at - a.at).slice(0, limit);
}

/** How often a paper was shown to somebody else than this person. */
export async function countViewsByOthers(
  db: ReadDb,
  { merchantId, kind, viewerId }: { merchantId: MerchantId; kind: DocumentKind; viewerId: PersonId },
): Promise<number> {
  const { views } = await db
    .selectFrom('merchant_document_view')
    .select(({ fn }) => fn.countAll<number>().as('views'))
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .where('viewer_id', '!=', viewerId)
    .executeTakeFirstOrThrow();
  const numbers = await readNumberLooks(db, { merchantId, about: kind });
  return Number(views) + numbers.filter((look) => look.viewerId !== viewerId).length;
}

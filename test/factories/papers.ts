import sharp from 'sharp';
import type { DocumentKind } from '~/domain/merchants/merchants';
import { takePaperFiles } from '~/domain/merchants/take-paper-files.server';
import type { FileId, MerchantId, PersonId } from '~/shared/ids';
import type { World } from '../setup/world';
import { accepted } from './merchants';

/** A plain photo; another grey, another page. */
export function photoOf(grey = 200): Promise<Buffer> {
  const background = { r: grey, g: grey, b: grey };
  return sharp({ create: { width: 120, height: 80, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** A photographed page of a merchant's paper; having it declares the paper. */
export async function makePaperPage(
  world: World,
  {
    merchantId,
    ownerId,
    kind = 'ktp',
    grey,
  }: { merchantId: MerchantId; ownerId: PersonId; kind?: DocumentKind; grey?: number },
): Promise<FileId> {
  const files = [new Blob([new Uint8Array(await photoOf(grey))])];
  accepted(await takePaperFiles(world.app, { merchantId, kind, files, by: ownerId, now: world.clock.now() }));
  const page = await world.db
    .selectFrom('merchant_document_page')
    .select('file_id')
    .where('merchant_id', '=', merchantId)
    .where('kind', '=', kind)
    .where('removed_at', 'is', null)
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow();
  return page.file_id;
}

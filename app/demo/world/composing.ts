import { acceptOffer } from '~/domain/festivals/accept-offer.server';
import { closeCall } from '~/domain/festivals/close-call.server';
import { decideApplication } from '~/domain/festivals/decide-application.server';
import { placeInBooth } from '~/domain/festivals/place-in-booth.server';
import { publishLineUp } from '~/domain/festivals/publish-line-up.server';
import type { Applicant } from '~/domain/festivals/read-applicants.server';
import { readComposition } from '~/domain/festivals/read-composition.server';
import { readFestival } from '~/domain/festivals/read-festival.server';
import { readOffers } from '~/domain/festivals/read-offers.server';
import { MERCHANT_CATEGORIES } from '~/domain/merchants/merchants';
import { drainOutbox } from '~/worker/run-worker.server';
import { type FestivalScene, inGroups, mustHave, type Stage } from './stage';

const FULL = 'Menu serupa sudah ada beberapa di susunan ini.';
const LACKING = 'Dokumen belum lengkap pada tanggal festival.';

/** The organiser ends the call, if it has not ended by itself. */
export async function endCall({ app }: Stage, { festivalId, organiserId }: FestivalScene): Promise<void> {
  const festival = await readFestival(app.db, festivalId);
  if (festival?.state !== 'open') return;
  mustHave(await app.inTransaction((tx) => closeCall(tx, { festivalId, by: organiserId, now: app.clock.now() })));
}

/** So many complete applicants get a booth, like beside like, so that the plan has its streets. */
export async function place(stage: Stage, { festivalId, organiserId }: FestivalScene, most: number): Promise<void> {
  const { app } = stage;
  const now = app.clock.now();
  const { booths, tray } = await readComposition(app.db, { festivalId, now: app.clock.now() });
  const order = (one: Applicant) => MERCHANT_CATEGORIES.indexOf((one.category ?? 'other') as 'other');
  const chosen = tray.slice(0, Math.min(most, booths.length)).sort((one, other) => order(one) - order(other));
  await inGroups(app, chosen, async (tx, { applicationId }, at) => {
    const booth = booths[at];
    if (!booth) throw new Error('more chosen than booths');
    mustHave(await placeInBooth(tx, { applicationId, boothId: booth.id, by: organiserId, now }));
  });
}

/** Whoever has no booth is decided on too, and all are told at once. */
export async function announce(stage: Stage, scene: FestivalScene, reserves: number): Promise<void> {
  const { festivalId, organiserId } = scene;
  const { app } = stage;
  const now = app.clock.now();
  const { tray, incomplete } = await readComposition(app.db, { festivalId, now: app.clock.now() });
  const decided = [
    ...tray
      .slice(0, reserves)
      .map(({ applicationId }) => ({ applicationId, outcome: 'reserve' as const, reason: null })),
    ...tray
      .slice(reserves)
      .map(({ applicationId }) => ({ applicationId, outcome: 'not_chosen' as const, reason: FULL })),
    ...incomplete.map(({ applicationId }) => ({ applicationId, outcome: 'not_chosen' as const, reason: LACKING })),
  ];
  await inGroups(app, decided, async (tx, decision) =>
    mustHave(await decideApplication(tx, { ...decision, by: organiserId, now })),
  );
  mustHave(
    await app.inTransaction((tx) => publishLineUp(tx, { festivalId, emptyBooths: 'yes', by: organiserId, now })),
  );
  await drainOutbox(app);
}

/** Merchants accept what they are offered; the last so many stay silent, so their places pass on by themselves. */
export async function acceptOffers({ app }: Stage, { festivalId }: FestivalScene, silent: number): Promise<void> {
  const now = app.clock.now();
  const open = (await readOffers(app.db, { festivalId, now })).filter(({ outcome }) => outcome === 'open');
  await inGroups(app, open.slice(0, open.length - silent), async (tx, { offerId, merchantId }) =>
    mustHave(await acceptOffer(tx, { offerId, merchantId, by: null, now })),
  );
  await drainOutbox(app);
}

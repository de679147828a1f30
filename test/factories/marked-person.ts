import { changePerson } from '~/domain/identity/change-person.server';
import { makeSignInLink } from '~/domain/identity/make-sign-in-link.server';
import { sendSignInCode } from '~/domain/identity/send-sign-in-code.server';
import { acceptTicket } from '~/domain/orders/accept-ticket.server';
import { handOver } from '~/domain/orders/hand-over.server';
import { markReady } from '~/domain/orders/mark-ready.server';
import { askRequest } from '~/domain/privacy/ask-request.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import { sendMessage } from '~/platform/message.server';
import type { FestivalId, MerchantId, PersonId, PrivacyRequestId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { drainOutbox } from '~/worker/run-worker.server';
import type { World } from '../setup/engines';
import { letOthersIn } from './access';
import { makePerson, signInPerson } from './identity';
import { fillBusiness } from './marked-business';
import { type Her, MARK, MARKED_PHONE, plantMarks, readNeedles } from './marked-rows';
import { accepted } from './merchants';
import { doorOf, makeOrder } from './orders';
import { makeOpenFestival, type OpenStall } from './stalls';
import { plantCertificate, plantTalk } from './training';
import { makeWallet } from './wallet';

export interface MarkedPerson {
  personId: PersonId;
  merchantId: MerchantId;
  phone: E164;
  stall: OpenStall;
  festivalSlug: string;
  /** A correction she asked for. */
  correctionId: PrivacyRequestId;
  /** Texts, numbers and fingerprints that must be nowhere afterwards. */
  needles: string[];
}

/** Somebody whose every personal column says `zuqx` or a number of hers, with a business, a finished festival and an order. */
export async function makeMarkedPerson(world: World): Promise<MarkedPerson> {
  const festival = await makeOpenFestival(world, [
    {
      stallName: `${MARK}stall Siti`,
      ownerName: `${MARK}owner`,
      phone: MARKED_PHONE,
      dishes: [{ name: `${MARK}dish` }],
    },
    {},
  ]);
  const [stall, other] = festival.stalls as [OpenStall, OpenStall];
  const { merchantId, ownerId: personId } = stall;
  const person = { personId, merchantId, phone: MARKED_PHONE, stall, festivalSlug: festival.slug };
  await enterAs(world, person);
  await fillBusiness(world, person, festival);
  await plantCertificate(world, person);
  await plantTalk(world, person);
  await orderAs(world, personId, other);
  await letOthersIn(world, person);
  const correctionId = await tellAbout(world, person);
  await endFestival(world, festival.festivalId);
  await plantMarks(world, person);
  return { ...person, correctionId, needles: await readNeedles(world, person) };
}

async function enterAs(world: World, { personId }: Her): Promise<void> {
  const now = world.clock.now();
  await world.inTransaction(async (tx) => {
    await changePerson(tx, { personId, name: `${MARK}name`, email: `${MARK}@contoh.id` });
    await makeSignInLink(tx, { personId, now });
    accepted(await sendSignInCode(tx, { phone: MARKED_PHONE, language: 'id', secrets: world.app.ports.secrets, now }));
  });
  await signInPerson(world, personId);
}

/** An order at another's stall that empties her wallet, handed over. */
async function orderAs(world: World, personId: PersonId, other: OpenStall): Promise<void> {
  const now = world.clock.now();
  const wallet = await makeWallet(world, { personId, balance: 10_000 });
  accepted(await setPin(world.app, { personId, phone: null, pin: '748391' }));
  const { orderId, tickets } = await makeOrder(world, [other], { wallet, browser: 'browserhmacofhers' });
  const { festivalId } = other;
  const by = { door: doorOf(other, tickets[0]!), byPersonId: null, now };
  await world.inTransaction(async (tx) => {
    accepted(await acceptTicket(tx, { ...by, minutes: 5 }));
    accepted(await markReady(tx, by));
    accepted(await handOver(tx, by));
    await tx
      .insertInto('order_browser')
      .values({ festival_id: festivalId, browser_hmac: 'browserhmacofhers', order_id: orderId })
      .execute();
    await tx
      .insertInto('order_push')
      .values({
        festival_id: festivalId,
        order_id: orderId,
        endpoint_hash: 'endpointhashofhers',
        endpoint: 'https://push.example/1',
        p256dh: 'k',
        auth: 'a',
        language: 'id',
        created_at: now,
        gone_at: null,
      })
      .execute();
  });
}

/** Messages to her and to others that name her, sent and waiting; and a correction she asked for. */
async function tellAbout(world: World, { personId }: Her): Promise<PrivacyRequestId> {
  const now = world.clock.now();
  const someone = await makePerson(world);
  const say = (to: E164, key: string, who: PersonId, dueAt: number) =>
    world.inTransaction((tx) =>
      sendMessage(tx, {
        to: { phone: to },
        personId: who,
        template: 'ticket_refunded',
        values: { stall: `${MARK}stall Siti`, dishes: 'tekwan', amount: 1_000 },
        key,
        dueAt,
        now,
      }),
    );
  await say(MARKED_PHONE, 'hers', personId, now);
  await say(someone.phone, 'others', someone.personId, now);
  await drainOutbox(world.app);
  await say(MARKED_PHONE, 'hers-waiting', personId, now + 9e9);
  await say(someone.phone, 'others-waiting', someone.personId, now + 9e9);
  const correction = { field: 'other', wanted: `${MARK}wanted` } as const;
  return world.inTransaction((tx) => askRequest(tx, { personId, kind: 'correction', correction, now }));
}

async function endFestival(world: World, festivalId: FestivalId): Promise<void> {
  await world.inTransaction((tx) =>
    tx.updateTable('festival_edition').set({ state: 'finished' }).where('id', '=', festivalId).execute(),
  );
}

import { reportIncident } from '~/domain/festivals/report-incident.server';
import { addMember } from '~/domain/identity/add-member.server';
import { signInAtStall } from '~/domain/identity/sign-in-at-stall.server';
import { receiveFile } from '~/domain/menus/import/receive-file.server';
import { askRequest } from '~/domain/privacy/ask-request.server';
import { newId } from '~/shared/ids';
import { makeHelper } from '../factories/help';
import { makePerson, signInPerson } from '../factories/identity';
import { makeOrder } from '../factories/orders';
import { makePaperPage } from '../factories/papers';
import { makeStallPhoneInUse, makeUnpairedPhone, STALL_PIN } from '../factories/stall-phones';
import { makeOpenFestival } from '../factories/stalls';
import { plantCertificate } from '../factories/training';
import type { World } from '../setup/world';
import type { Player } from './rights-players';

/** Parameters of addresses for one merchant at one organisation's festival. */
export type Params = Record<string, string>;

export interface RightsFixture {
  mine: Params;
  theirs: Params;
  /** A fresh session of a player; null for anybody. */
  sessionOf: (player: Player) => Promise<string | null>;
}

/** Two festivals of two organisations with one stall each, and a person for every role in the first. */
export async function makeRightsFixture(world: World): Promise<RightsFixture> {
  const mine = await makeSide(world);
  const theirs = await makeSide(world);
  const people = await makePlayers(world, mine.params);
  people.helper = await makeHelper(world, mine.stall);
  return {
    mine: mine.params,
    theirs: theirs.params,
    sessionOf: async (player) => {
      if (player === 'stall phone') return openStallPhone(world, mine.stallPhoneSecret);
      const personId = people[player];
      return personId ? signInPerson(world, personId) : null;
    },
  };
}

async function makeSide(world: World) {
  const festival = await makeOpenFestival(world, [{}]);
  const [stall] = festival.stalls;
  if (!stall) throw new Error('a side needs a stall');
  const order = await makeOrder(world, [stall]);
  const { slug } = await world.db
    .selectFrom('stall_setup')
    .select('slug')
    .where('participation_id', '=', stall.participationId)
    .executeTakeFirstOrThrow();
  const outbox = await world.db.selectFrom('platform_outbox').select('id').orderBy('id').executeTakeFirstOrThrow();
  const importId = newId('imp', world.clock.now());
  const bytes = new TextEncoder().encode('nama usaha;hp;menu;harga\nWarung Rini;0810-0000-7001;Tekwan;10.000\n');
  const received = await receiveFile(world.app, {
    importId,
    organisationId: festival.organisationId,
    personId: festival.organiserId,
    fileName: 'usaha.csv',
    bytes,
  });
  if (!received.ok) throw new Error(received.refusal.code);
  const incident = await world.inTransaction((tx) =>
    reportIncident(tx, {
      festivalId: festival.festivalId,
      participationId: stall.participationId,
      kind: 'other',
      severity: 'low',
      text: '',
      by: festival.organiserId,
      now: world.clock.now(),
    }),
  );
  if (!incident.ok) throw new Error(incident.refusal.code);
  const asked = { personId: festival.organiserId, kind: 'correction', now: world.clock.now() } as const;
  const requestId = await world.inTransaction((tx) => askRequest(tx, asked));
  const fileId = await makePaperPage(world, stall);
  const certificate = await plantCertificate(world, { merchantId: stall.merchantId, personId: festival.organiserId });
  const params: Params = {
    requestId,
    code: certificate.code,
    certificateId: certificate.id,
    incidentId: incident.value,
    merchantId: stall.merchantId,
    merchantSlug: stall.slug,
    organisationId: festival.organisationId,
    festivalId: festival.festivalId,
    slug: festival.slug,
    stall: slug,
    participationId: stall.participationId,
    applicationId: stall.applicationId,
    dishId: stall.dishIds[0] ?? '',
    orderId: order.orderId,
    ticketId: order.tickets[0] ?? '',
    boothId: festival.booths[0] ?? '',
    personId: festival.organiserId,
    outboxId: outbox.id,
    listing: String(stall.listings[0]),
    day: festival.day,
    lesson: 'menu-dan-harga',
    tip: 'dua-jam',
    kind: 'ktp',
    fileId,
    importId,
  };
  const { merchantId, ownerId: madeBy } = stall;
  const phone = await makeStallPhoneInUse(world, { merchantId, madeBy });
  // Another one stands in addresses: the owner's empty form to revoke it is answered, too.
  params.stallPhoneId = (await makeUnpairedPhone(world, { merchantId, madeBy })).stallPhoneId;
  return { params, stall, stallPhoneSecret: phone.secret };
}

async function openStallPhone(world: World, secret: string): Promise<string | null> {
  const opened = await signInAtStall(world.app, { secret, pin: STALL_PIN, device: 'Test' });
  return opened.ok ? opened.value.secret : null;
}

async function makePlayers(world: World, { merchantId = '', organisationId = '' }: Params) {
  const people: Partial<Record<Player, Awaited<ReturnType<typeof makePerson>>['personId']>> = {};
  people.person = (await makePerson(world)).personId;
  const scopes = {
    merchant: [merchantId, ['owner', 'manager', 'cashier']],
    organisation: [organisationId, ['organiser', 'observer']],
    installation: ['installation', ['operator', 'verifier']],
  } as const;
  for (const [scopeKind, [scopeId, roles]] of Object.entries(scopes)) {
    for (const role of roles) {
      const { personId } = await makePerson(world);
      await world.inTransaction((tx) =>
        addMember(tx, {
          personId,
          scopeKind: scopeKind as keyof typeof scopes,
          scopeId,
          role,
          createdBy: null,
          now: world.clock.now(),
        }),
      );
      people[role] = personId;
    }
  }
  return people;
}

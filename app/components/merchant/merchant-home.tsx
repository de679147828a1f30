import { ToCheck } from '~/components/people/help-card';
import { TipCard } from '~/components/training/tip-card';
import { Badge } from '~/components/ui/badge';
import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Icon, type IconName } from '~/components/ui/icon';
import { Notice } from '~/components/ui/notice';
import { isUnchecked } from '~/domain/merchants/merchants';
import type { OwnSection } from '~/domain/merchants/read-sections.server';
import type { ShownTip } from '~/domain/training/read-tips.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { BoardCard, type StallWithBoard } from './board-card';
import type { NextStep } from './next-steps';
import { ReturnedSection } from './returned-section';
import { StepList } from './step-list';

export interface MerchantHomeProps {
  merchant: { id: string; name: string; state: string; slug: string };
  steps: NextStep[];
  missing: readonly string[];
  isShown: boolean;
  hasConsent: boolean;
  hasDish: boolean;
  isOwner: boolean;
  /** Entries a helper typed that wait for the owner. */
  toCheck: number;
  offers: { slug: string; name: string; booth: number; expiresAt: number; zone: string }[];
  /** Today's. */
  tip: ShownTip | null;
  /** Sections a verifier sent back. */
  returned: OwnSection[];
  boards: StallWithBoard[];
  /** What just happened, from the address. */
  news: string | null;
}

/** What a merchant sees first: what waits for her, what to do next, where everything is. */
export function MerchantHome(props: MerchantHomeProps) {
  const language = useLanguage();
  const { merchant, steps, offers, boards, returned } = props;
  return (
    <div className="panes">
      <div className="stack">
        <News code={props.news} />
        {props.isOwner ? (
          <ToCheck count={props.toCheck} base={pathTo(`/usaha/${merchant.id}/bantuan`, language)} />
        ) : null}
        <Offers merchantId={merchant.id} offers={offers} />
        {boards.map((board) => (
          <BoardCard key={board.id} board={board} quiet={offers.length > 0} />
        ))}
        {returned.map((section) => (
          <ReturnedSection key={section.section} merchantId={merchant.id} section={section} at="overview" />
        ))}
        <Standing merchant={merchant} isReturned={returned.length > 0} />
        <StepList
          steps={steps}
          missing={props.missing}
          quiet={offers.length + returned.length + boards.filter(({ opensAt }) => opensAt === null).length > 0}
        />
        <Places merchantId={merchant.id} isOwner={props.isOwner} />
      </div>
      <div className="stack">
        {props.tip ? <TipCard merchantId={merchant.id} tip={props.tip} isOfToday /> : null}
        <PublicPageCard {...props} />
      </div>
    </div>
  );
}

function Offers({ merchantId, offers }: { merchantId: string } & Pick<MerchantHomeProps, 'offers'>) {
  const { home } = useWords().merchants;
  const language = useLanguage();
  return offers.map(({ slug, name, booth, expiresAt, zone }) => (
    <Notice
      key={slug}
      tone="attention"
      title={home.offer(name, booth)}
      ways={
        <ButtonLink variant="primary" href={pathTo(`/usaha/${merchantId}/festival/${slug}`, language)}>
          {home.offerAct}
        </ButtonLink>
      }
    >
      {home.offerUntil(formatDateTime(expiresAt, zone, language))}
    </Notice>
  ));
}

function News({ code }: { code: string | null }) {
  const { home } = useWords().merchants;
  const said: Record<string, string> = {
    terdaftar: home.welcome,
    diambil: home.claimed,
    aktif: home.submitted,
    dikirim: home.waiting,
    tampil: home.shown,
    ditarik: home.hidden,
    tutup: home.paused,
    buka: home.resumed,
    tersimpan: home.kept,
  };
  const text = code ? said[code] : undefined;
  return text ? <Notice tone="good">{text}</Notice> : null;
}

function Standing({ merchant, isReturned }: { merchant: MerchantHomeProps['merchant']; isReturned: boolean }) {
  const { merchants, review } = useWords();
  const { home } = merchants;
  const language = useLanguage();
  const { state } = merchant;
  if (state === 'submitted' && !isReturned) {
    const link = pathTo(`/usaha/${merchant.id}/pemeriksaan`, language);
    return (
      <Notice title={review.own.waitingTitle} ways={<ButtonLink href={link}>{review.own.link}</ButtonLink>}>
        {review.own.waiting}
      </Notice>
    );
  }
  const said: Record<string, string> = {
    paused: home.pausedHelp,
    suspended: home.suspendedHelp,
    closed: home.closedHelp,
  };
  const text = said[state];
  return text ? <Notice tone={state === 'paused' ? 'attention' : 'problem'}>{text}</Notice> : null;
}

function Places({ merchantId, isOwner }: { merchantId: string; isOwner: boolean }) {
  const { merchants, people, review } = useWords();
  const { home } = merchants;
  const language = useLanguage();
  const base = `/usaha/${merchantId}`;
  const to = (path: string) => pathTo(path, language);
  const places: [string, string, IconName][] = [
    [`${base}/profil`, home.profile, 'person'],
    [`${base}/dokumen`, home.documents, 'paper'],
    [`${base}/jam`, home.hours, 'clock'],
    [`${base}/kontak`, merchants.contacts.title, 'phone'],
    [`${base}/pemeriksaan`, review.own.link, 'check'],
    [`${base}/tim`, people.team.title, 'people'],
    ...(isOwner ? [[`${base}/bantuan`, people.help.title, 'edit'] as [string, string, IconName]] : []),
    ['/dompet', home.wallet, 'wallet'],
  ];
  if (isOwner) places.push([`${base}/rekening`, review.payout.link, 'lock']);
  return (
    <section className="section" aria-labelledby="state">
      <h2 id="state">{home.state}</h2>
      <ul className="place-links">
        {places.map(([path, label, icon]) => (
          <li key={path}>
            <a href={to(path)}>
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How the business stands for everybody, and its owner's ways to change that. */
function PublicPageCard({ merchant, isShown, hasConsent, hasDish, isOwner }: MerchantHomeProps) {
  const { merchants } = useWords();
  const { home } = merchants;
  const language = useLanguage();
  return (
    <Card title={home.publicPage} className="stack-tight">
      <p>
        <Badge tone={merchant.state === 'active' ? 'good' : merchant.state === 'suspended' ? 'problem' : 'plain'}>
          {merchants.states[merchant.state]}
        </Badge>{' '}
        {isShown ? (hasDish && !isUnchecked(merchant.state) ? home.isPublic : home.isNew) : home.isHidden}
      </p>
      <div className="ways">
        {isShown ? (
          <ButtonLink href={pathTo(`/usaha-baru/${merchant.slug}`, language)}>{merchants.signUp.seePage}</ButtonLink>
        ) : null}
        {isOwner && merchant.state !== 'closed' ? (
          <OwnerActs base={`/usaha/${merchant.id}`} state={merchant.state} hasConsent={hasConsent} />
        ) : null}
      </div>
      {isOwner && hasConsent ? <p className="soft">{home.withdrawHelp}</p> : null}
    </Card>
  );
}

function OwnerActs({ base, state, hasConsent }: { base: string; state: string; hasConsent: boolean }) {
  const { home } = useWords().merchants;
  const language = useLanguage();
  return (
    <>
      <form method="post" action={pathTo(`${base}/persetujuan`, language)}>
        <input type="hidden" name="consent" value={hasConsent ? 'no' : 'yes'} />
        <Button variant="quiet">{hasConsent ? home.hide : home.show}</Button>
      </form>
      {state === 'active' || state === 'paused' ? (
        <form method="post" action={pathTo(`${base}/keadaan`, language)}>
          <input type="hidden" name="to" value={state === 'active' ? 'paused' : 'active'} />
          <Button variant="quiet">{state === 'active' ? home.pause : home.resume}</Button>
        </form>
      ) : null}
    </>
  );
}

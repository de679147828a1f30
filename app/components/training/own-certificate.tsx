import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { Notice } from '~/components/ui/notice';
import { ProgressBar } from '~/components/ui/progress-bar';
import type { CertificateState } from '~/domain/training/certificate';
import { useLanguage, useWords } from '~/i18n';
import { formatDate } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { HOUSE_ZONE } from '~/shared/time';
import { certificateNames } from './certificate-sheet';
import { CertificateStateBadge } from './certificate-state';

export interface OwnCertificateProps {
  merchantId: string;
  lessons: readonly { slug: string; passed: boolean; isActDone: boolean; complete: boolean }[];
  /** Her newest. */
  certificate: { code: string; state: CertificateState; againFrom: number | null } | null;
  names: { stall: string; holder: string; city: string };
  isOwner: boolean;
  refused?: string;
}

/** How far the course is, what keeps the certificate back, and the certificate itself. */
export function OwnCertificate({ merchantId, lessons, certificate, names, isOwner, refused }: OwnCertificateProps) {
  const words = useWords().certificates.own;
  const done = lessons.filter((lesson) => lesson.complete).length;
  const progress = words.progress(done, lessons.length);
  return (
    <div className="stack">
      {refused ? (
        <Notice tone="attention" alert>
          {refused}
        </Notice>
      ) : null}
      <div className="two-up">
        {certificate ? <Issued certificate={certificate} /> : null}
        <Card title={progress} className="stack-tight">
          <ProgressBar value={done} max={lessons.length} label={progress} />
          <OpenLessons merchantId={merchantId} lessons={lessons.filter((lesson) => !lesson.complete)} />
        </Card>
        {certificate?.state === 'valid' ? null : (
          <Issue
            merchantId={merchantId}
            names={names}
            lessons={lessons.length}
            isOwner={isOwner}
            isDone={done === lessons.length}
          />
        )}
      </div>
    </div>
  );
}

function Issued({ certificate }: { certificate: NonNullable<OwnCertificateProps['certificate']> }) {
  const { certificates: words } = useWords();
  const language = useLanguage();
  const { code, state, againFrom } = certificate;
  const page = pathTo(`/sertifikat/${code}`, language);
  return (
    <Card title={words.own.yours} className="stack-tight">
      <p>
        <CertificateStateBadge state={state} />
      </p>
      {againFrom ? <p>{words.own.againFrom(formatDate(againFrom, HOUSE_ZONE, 'medium', language))}</p> : null}
      <div className="ways">
        {state === 'valid' ? (
          <ButtonLink variant="primary" icon="paper" href={`${page}/pdf`}>
            {words.pdf}
          </ButtonLink>
        ) : null}
        <ButtonLink href={page}>{words.own.see}</ButtonLink>
      </div>
    </Card>
  );
}

function OpenLessons({ merchantId, lessons }: Pick<OwnCertificateProps, 'merchantId' | 'lessons'>) {
  const { certificates, training } = useWords();
  const language = useLanguage();
  const words = certificates.own;
  if (lessons.length === 0) return null;
  return (
    <>
      <h3>{words.open}</h3>
      <ul className="stack-tight">
        {lessons.map(({ slug, passed, isActDone }) => (
          <li key={slug}>
            <a href={pathTo(`/belajar/${merchantId}/${slug}`, language)}>{training.lessonTitles[slug] ?? slug}</a>:{' '}
            {[passed ? [] : words.openPart.quiz, isActDone ? [] : words.openPart.act].flat().join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

interface IssueProps {
  merchantId: string;
  names: OwnCertificateProps['names'];
  lessons: number;
  isOwner: boolean;
  isDone: boolean;
}

function Issue({ merchantId, names, lessons, isOwner, isDone }: IssueProps) {
  const words = useWords().certificates.own;
  const language = useLanguage();
  const rows = certificateNames({ ...names, lessons }, language);
  return (
    <Card title={words.willPrint} className="stack-tight">
      <DefinitionList items={rows.map(({ label, text }) => ({ term: label, value: text || '–' }))} />
      {names.holder ? null : (
        <p>
          {words.nameless} <a href={pathTo(`/usaha/${merchantId}/profil`, language)}>{words.toProfile}</a>
        </p>
      )}
      <p className="soft">{words.public}</p>
      {isOwner ? null : <p>{words.ownerOnly}</p>}
      {isOwner && isDone ? (
        <form method="post">
          <Button variant="primary" wide>
            {words.issue}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}

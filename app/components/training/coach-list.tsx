import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { EmptyState } from '~/components/ui/empty-state';
import { Form } from '~/components/ui/form';
import { RefusalNotice } from '~/components/ui/refusal-notice';
import { TextArea } from '~/components/ui/text-area';
import { type CoachReasonKind, NOTE_MAX } from '~/domain/training/coach';
import { useLanguage, useWords } from '~/i18n';
import type { FieldErrors } from '~/i18n/field-errors';
import { formatDate, formatPhone } from '~/i18n/format';
import { regionName } from '~/shared/regions';
import { HOUSE_ZONE } from '~/shared/time';

interface CoachLine {
  merchantId: string;
  stallName: string;
  regionCode: string;
  /** Null where this reader may not call her. */
  phone: string | null;
  kind: CoachReasonKind;
  lesson: string;
  openedAt: number;
  isQuizPassed: boolean;
}

export interface CoachListProps {
  lines: readonly CoachLine[];
  mayClose: boolean;
  failed?: { refusal: { text: string } | null; errors: FieldErrors; typed: Record<string, string> };
}

/** One card a reason: who, why, since when, what to say, and the note that closes it. */
export function CoachList({ lines, mayClose, failed }: CoachListProps) {
  const { coaching } = useWords();
  return (
    <div className="stack">
      <RefusalNotice refusal={failed?.refusal} tone="attention" />
      {lines.length === 0 ? <EmptyState seed="damping" text={coaching.empty} /> : null}
      {lines.length > 0 && !mayClose ? <p className="soft">{coaching.viewOnly}</p> : null}
      <div className="two-up">
        {lines.map((line) => (
          <CoachCard key={keyOf(line)} line={line} mayClose={mayClose} failed={failed} />
        ))}
      </div>
    </div>
  );
}

function keyOf({ merchantId, kind, lesson }: Pick<CoachLine, 'merchantId' | 'kind' | 'lesson'>): string {
  return `${merchantId}-${kind}-${lesson}`;
}

function CoachCard({ line, mayClose, failed }: { line: CoachLine } & Pick<CoachListProps, 'mayClose' | 'failed'>) {
  const { coaching, training } = useWords();
  const language = useLanguage();
  const { kind, lesson, phone, openedAt } = line;
  const title = training.lessonTitles[lesson] ?? lesson;
  const opening = kind === 'idle' ? (line.isQuizPassed ? 'idleAct' : 'idleQuiz') : kind;
  return (
    <Card title={line.stallName} className="stack-tight">
      <p>
        <strong>{coaching.reasons[kind](title)}</strong>
        <br />
        {coaching.since(formatDate(openedAt, HOUSE_ZONE, 'medium', language))} · {regionName(line.regionCode)}
      </p>
      <p>
        {phone ? (
          <>
            {coaching.phone}: <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
          </>
        ) : (
          coaching.phoneHidden
        )}
      </p>
      <h3>{coaching.say}</h3>
      <p>{coaching.openings[opening](title)}</p>
      {coaching.tips[lesson] ? <p>{coaching.tips[lesson]}</p> : null}
      {mayClose ? <CloseForm line={line} failed={failed} /> : null}
    </Card>
  );
}

function CloseForm({ line, failed }: { line: CoachLine } & Pick<CoachListProps, 'failed'>) {
  const { coaching } = useWords();
  const { usaha = '', alasan = '', pelajaran = '' } = failed?.typed ?? {};
  const key = keyOf(line);
  const isThis = `${usaha}-${alasan}-${pelajaran}` === key;
  return (
    <Form errors={isThis ? failed?.errors : undefined} typed={isThis ? failed?.typed : undefined} summary={false}>
      <input type="hidden" name="usaha" value={line.merchantId} />
      <input type="hidden" name="alasan" value={line.kind} />
      <input type="hidden" name="pelajaran" value={line.lesson} />
      <input type="hidden" name="sejak" value={line.openedAt} />
      <TextArea
        id={`catatan-${key}`}
        name="note"
        label={coaching.note}
        hint={coaching.noteHint}
        rows={2}
        maxLength={NOTE_MAX}
      />
      <Button>{coaching.close}</Button>
    </Form>
  );
}

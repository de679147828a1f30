import { Card } from '~/components/ui/card';
import { DefinitionList } from '~/components/ui/definition-list';
import { Notice } from '~/components/ui/notice';
import type { Applicant } from '~/domain/festivals/read-applicants.server';
import { useLanguage, useWords } from '~/i18n';
import { missingWords } from '~/i18n/festival-sentences';

interface Answered {
  label: string;
  kind: string;
  answer: string | null;
}

/** What the organiser judges by: what is missing, the business, the answers. */
export function ApplicantFacts({ applicant, answers }: { applicant: Applicant; answers: readonly Answered[] }) {
  const { festivals } = useWords();
  const words = festivals.applicant;
  const language = useLanguage();
  const said = ({ kind, answer }: Answered) => {
    if (!answer) return words.noAnswer;
    return kind === 'yes_no' ? festivals.application[answer === 'yes' ? 'yes' : 'no'] : answer;
  };
  return (
    <div className="stack">
      <Notice
        tone={applicant.missing.length === 0 ? 'good' : 'attention'}
        title={applicant.missing.length === 0 ? words.missingNone : words.missing}
      >
        {applicant.missing.length === 0 ? null : (
          <ul>
            {missingWords(applicant.missing, language).map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        )}
      </Notice>
      <Card title={words.facts}>
        <DefinitionList
          items={[
            { term: words.dish, value: applicant.dish ?? '–' },
            { term: festivals.applicants.sells, value: festivals.applicants.dishes(applicant.dishCount) },
            { term: words.halal, value: applicant.halal === 'yes' ? words.yes : words.no },
          ]}
        />
      </Card>
      {answers.length > 0 ? (
        <Card title={words.answers}>
          <DefinitionList items={answers.map((one) => ({ term: one.label, value: said(one) }))} />
        </Card>
      ) : null}
    </div>
  );
}

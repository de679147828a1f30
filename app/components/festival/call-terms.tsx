import { Card } from '~/components/ui/card';
import type { Call } from '~/domain/festivals/read-call.server';
import { useWords } from '~/i18n';
import { CapRules } from './cap-lines';
import { PaperNeeds } from './paper-needs';
import { TrainingRuleLine } from './training-rule';

/** What a call asks for and how is chosen, before anybody signs in. */
export function CallTerms({ call }: { call: Call }) {
  const { festivals } = useWords();
  const words = festivals.call;
  const { questions, documents, caps } = call;
  return (
    <>
      <Card title={words.asked}>
        <p>{questions.length === 0 ? words.askedNothing : words.askedLead(questions.length)}</p>
        <ol className="rules">
          {questions.map((question) => (
            <li key={question.id}>{question.label}</li>
          ))}
        </ol>
      </Card>
      <Card title={words.papers}>
        <PaperNeeds needs={documents} />
      </Card>
      <Card title={words.rules}>
        <p>{words.rulesLead}</p>
        <CapRules caps={caps} />
        <p>
          <TrainingRuleLine rule={call.training} />
        </p>
        <p>{words.offerRule(call.festival.offerHours)}</p>
      </Card>
    </>
  );
}

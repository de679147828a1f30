import { Button, ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { useLanguage, useWords } from '~/i18n';
import { formatList } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import type { NextStep } from './next-steps';

export interface StepListProps {
  steps: readonly NextStep[];
  /** What the profile lacks, as keys. */
  missing: readonly string[];
  /** Something more pressing on the page has the one primary button: an offer, today's board. */
  quiet?: boolean;
}

/** "Yang perlu Anda lakukan": the first step large with the one primary button, the others as a short list. */
export function StepList({ steps, missing, quiet }: StepListProps) {
  const { merchants } = useWords();
  const [first, ...rest] = steps;
  if (!first) return null;
  return (
    <>
      <Card className="step-first">
        <p className="step-kicker">{merchants.home.first}</p>
        <StepText step={first} missing={missing} level={2} />
        <StepAct step={first} wide primary={!quiet} />
      </Card>
      {rest.length > 0 ? (
        <section className="section" aria-labelledby="later">
          <h2 id="later">{merchants.home.later}</h2>
          <ol className="step-rest">
            {rest.map((step) => (
              <li key={step.key}>
                <StepText step={step} missing={missing} level={3} />
                <StepAct step={step} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}

function StepText({ step, missing, level }: { step: NextStep; missing: readonly string[]; level: 2 | 3 }) {
  const { merchants } = useWords();
  const language = useLanguage();
  const Heading = level === 2 ? 'h2' : 'h3';
  const lacks = formatList(
    missing.map((need) => merchants.needs[need] ?? need),
    language,
  );
  const words = merchants.steps[step.key];
  const text =
    step.key === 'profile'
      ? merchants.steps.profile.text(lacks)
      : (words.text as (count: number) => string)(step.count ?? 0);
  return (
    <div>
      <Heading className="step-title">{words.title}</Heading>
      <p className="soft">{text}</p>
    </div>
  );
}

function StepAct({ step, primary, wide }: { step: NextStep; primary?: boolean; wide?: boolean }) {
  const { merchants } = useWords();
  const language = useLanguage();
  const { act } = merchants.steps[step.key];
  const look = { variant: primary ? ('primary' as const) : ('secondary' as const), wide };
  if (!step.isForm) {
    return (
      <ButtonLink href={pathTo(step.path, language)} {...look}>
        {act}
      </ButtonLink>
    );
  }
  return (
    <form method="post" action={pathTo(step.path, language)}>
      {step.key === 'consent' ? <input type="hidden" name="consent" value="yes" /> : null}
      <Button {...look}>{act}</Button>
    </form>
  );
}

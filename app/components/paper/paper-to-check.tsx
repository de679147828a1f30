import type { ComponentProps } from 'react';
import { Card } from '~/components/ui/card';
import { useWords } from '~/i18n';
import { CheckForm, type CheckFormProps } from './check-form';
import { PaperChecks } from './paper-checks';
import { PaperFacts } from './paper-facts';
import { PaperSheets } from './paper-sheets';

export interface PaperToCheckProps extends Pick<CheckFormProps, 'levels' | 'failed'> {
  paper: ComponentProps<typeof PaperFacts>['paper'] &
    Pick<CheckFormProps, 'revision' | 'hasNumber'> &
    Pick<ComponentProps<typeof PaperSheets>, 'kind' | 'pages'> &
    Pick<ComponentProps<typeof PaperChecks>, 'checks'>;
  /** Address of the paper, without language. */
  base: string;
}

/** A paper beside what its owner says of it, and what whoever compares them found: a verifier's and an organiser's page. */
export function PaperToCheck({ paper, base, levels, failed }: PaperToCheckProps) {
  const { papers: words } = useWords();
  return (
    <div className="stack">
      <div className="panes">
        <PaperSheets kind={paper.kind} base={base} pages={paper.pages} />
        <div className="stack pane-stays">
          <Card className="stack-tight">
            <PaperFacts paper={paper} />
            <PaperChecks checks={paper.checks} empty={words.unchecked} />
          </Card>
          <CheckForm revision={paper.revision} hasNumber={paper.hasNumber} levels={levels} failed={failed} />
        </div>
      </div>
    </div>
  );
}

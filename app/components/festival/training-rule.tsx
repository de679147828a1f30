import { Badge } from '~/components/ui/badge';
import { ChoiceField } from '~/components/ui/choice-field';
import { NumberField } from '~/components/ui/number-field';
import { TRAINING_RULE_KINDS, type TrainingRule, type TrainingStanding } from '~/domain/festivals/training-rule';
import { useWords } from '~/i18n';

/** How finished lessons count, as fields. */
export function TrainingRuleFields({ rule }: { rule: TrainingRule | null }) {
  const words = useWords().festivals.trainingRule;
  return (
    <>
      <ChoiceField
        name="kind"
        label={words.kind}
        value={rule?.kind ?? 'none'}
        choices={(['none', ...TRAINING_RULE_KINDS] as const).map((value) => ({
          value,
          label: words.kinds[value],
          note: words.notes[value],
        }))}
      />
      <NumberField name="amount" label={words.amount} hint={words.amountHint} value={rule?.amount} optional />
    </>
  );
}

/** The rule in one sentence, for who reads the call. */
export function TrainingRuleLine({ rule }: { rule: TrainingRule | null }) {
  const words = useWords().festivals.trainingRule;
  return <>{rule ? words.said[rule.kind](rule.amount) : words.saidNone}</>;
}

/** Which way one merchant's lessons counted. */
export function TrainingCounted({ standing }: { standing: TrainingStanding }) {
  const words = useWords().festivals.trainingRule;
  const { finished } = standing;
  if (standing.counted === 'points') return <>{words.points(finished, standing.points)}</>;
  const isMet = standing.counted === 'minimum_met';
  return (
    <>
      {words.ofLeast(finished, standing.least)}{' '}
      <Badge tone={isMet ? 'good' : 'attention'}>{isMet ? words.met : words.open}</Badge>
    </>
  );
}

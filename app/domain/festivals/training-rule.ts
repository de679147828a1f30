/** How finished lessons count in choosing, pure. A lesson is finished with its quiz passed and its practice done now. */

export const TRAINING_RULE_KINDS = ['minimum', 'weight'] as const;
export const TRAINING_AMOUNT_MOST = 10;

export interface TrainingRule {
  /** minimum: an application is complete only with so many lessons; weight: each lesson gives so many points. */
  kind: (typeof TRAINING_RULE_KINDS)[number];
  amount: number;
}

/** Which way a merchant's lessons counted under a festival's rule. */
export type TrainingStanding = { finished: number } & (
  | { counted: 'minimum_met' | 'minimum_open'; least: number }
  | { counted: 'points'; points: number }
);

export function trainingStanding(rule: TrainingRule, finished: number): TrainingStanding {
  if (rule.kind === 'weight') return { finished, counted: 'points', points: finished * rule.amount };
  return { finished, counted: finished >= rule.amount ? 'minimum_met' : 'minimum_open', least: rule.amount };
}

/** Who comes first beside the plan: by points where lessons give points, else in the order they came. */
export function byTraining<One extends { training: TrainingStanding | null }>(applicants: readonly One[]): One[] {
  const points = ({ training }: One) => (training?.counted === 'points' ? training.points : 0);
  return [...applicants].sort((a, b) => points(b) - points(a));
}

import type { ReadDb } from '~/platform/app-context';
import type { FestivalId } from '~/shared/ids';
import { type CapCount, capsBrokenBy, countCaps } from './caps';
import { readCaps } from './internal/candidates.server';
import { type Applicant, readApplicants } from './read-applicants.server';
import { type PlanBooth, readBooths } from './read-line-up.server';
import { byTraining } from './training-rule';

/** The board the organiser plays on. */
export interface Composition {
  booths: (PlanBooth & { stall: Applicant | null })[];
  /** Complete and not placed: chosen without a booth first, then undecided, by points where lessons give points. */
  tray: Applicant[];
  /** The waiting list in its order. */
  reserve: Applicant[];
  notChosen: Applicant[];
  /** Not decided and not complete. */
  incomplete: Applicant[];
  /** Every quota's groups among the chosen, with what is broken. */
  caps: CapCount[];
  /** Quotas that each merchant beside the plan would break if she were chosen too. */
  wouldBreak: Record<string, CapCount[]>;
}

export async function readComposition(
  db: ReadDb,
  { festivalId, now }: { festivalId: FestivalId; now: number },
): Promise<Composition> {
  const applicants = (await readApplicants(db, { festivalId, now })).filter(({ state }) => state !== 'withdrawn');
  const caps = await readCaps(db, festivalId);
  const booths = await readBooths(db, festivalId);
  const chosen = applicants.filter(({ decision }) => decision?.outcome === 'chosen');
  const placed = new Map(chosen.map((one) => [one.decision?.booth ?? 0, one]));
  const undecided = applicants.filter(({ decision }) => decision === null);
  const tray = [
    ...chosen.filter(({ decision }) => decision?.booth == null),
    ...byTraining(undecided.filter(({ state }) => state === 'complete')),
  ];
  const reserve = applicants
    .filter(({ decision }) => decision?.outcome === 'reserve')
    .sort((a, b) => (a.decision?.rank ?? 0) - (b.decision?.rank ?? 0));
  return {
    booths: booths.map((booth) => ({ ...booth, stall: placed.get(booth.number) ?? null })),
    tray,
    reserve,
    notChosen: applicants.filter(({ decision }) => decision?.outcome === 'not_chosen'),
    incomplete: undecided.filter(({ state }) => state === 'submitted' || state === 'returned'),
    caps: countCaps(caps, chosen),
    wouldBreak: Object.fromEntries(
      [...tray, ...reserve].map((one) => [one.applicationId, capsBrokenBy(caps, chosen, one)]),
    ),
  };
}

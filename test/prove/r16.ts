import type { Proof } from '../measuring/proof';
import { type StopOutcome, stopWhileOrdering } from '../scenarios/stopped-while-ordering';

export const proof: Proof = {
  id: 'R16',
  what: 'SIGTERM with 500 orders in flight',
  mustShow: 'all answered or refused, exit < 5 s',
  engines: ['sqlite', 'postgres'],
  prove: async (run) => {
    const inFlight = run.size === 'full' ? 500 : 40;
    const rounds = run.size === 'full' ? 5 : 1;
    const outcomes: StopOutcome[] = [];
    for (let round = 0; round < rounds; round++) {
      outcomes.push(await stopWhileOrdering(await run.world(), { inFlight, folder: run.folder }));
    }
    const control = await stopWhileOrdering(await run.world(), { inFlight, folder: run.folder, signal: 'SIGKILL' });
    const sum = (of: (outcome: StopOutcome) => number) => outcomes.reduce((all, one) => all + of(one), 0);
    const slowest = Math.max(...outcomes.map(({ exitAfterMs }) => exitAfterMs));
    const faults = outcomes.flatMap(({ wrong, broken, others }) => [...wrong, ...broken, ...others]);
    return {
      parameters: { 'orders in flight': inFlight, rounds },
      figures: {
        'answered with their order': sum(({ acknowledged }) => acknowledged),
        'turned away, told to come again': sum(({ turnedAway }) => turnedAway),
        'left without an answer': sum(({ unanswered }) => unanswered),
        'gone after, slowest, ms': slowest,
        'what went wrong': faults[0] ?? 'nothing',
      },
      shown: {
        'every order is answered and there, or turned away and not there': outcomes.every(
          ({ wrong }) => wrong.length === 0,
        ),
        'nobody was left without an answer': outcomes.every(({ unanswered }) => unanswered === 0),
        'nothing else was answered, and everything adds up': outcomes.every(
          ({ broken, others }) => broken.length + others.length === 0,
        ),
        'it ended by itself within 5 s each time': outcomes.every(({ exitCode }) => exitCode === 0) && slowest < 5_000,
      },
      control: {
        what: 'the same with SIGKILL',
        figures: {
          'answered with their order': control.acknowledged,
          'stored and never answered': control.wrong.length,
        },
        failed: control.exitCode !== 0 || control.wrong.length > 0,
      },
    };
  },
};

import { expect, it } from 'vitest';
import { onBothEngines } from '../setup/engines';
import { measureImport, tellFigures } from './import-large';

/** Full size: PROVE_ROWS=50000 (a file of about 20 MB); `npm test` runs it small. */
const ROWS = Number(process.env.PROVE_ROWS ?? 1_500);

onBothEngines('a file as large as we take', (engine) => {
  it('goes in whole while the process keeps answering', async () => {
    const world = await engine.world();
    const figures = await measureImport(world, { rows: ROWS, bad: 20, cellPadding: ROWS > 10_000 ? 250 : 20 });
    process.stdout.write(tellFigures(engine.name, figures));
    expect(figures.summary).toMatchObject({ state: 'applied', rows: { good: ROWS - 20, bad: 20, applied: ROWS - 20 } });
  }, 900_000);
});

import { expect, it } from 'vitest';
import { codesInWords } from '~/components/privacy/export-words';
import { gatherExport } from '~/domain/privacy/gather-export.server';
import { wordsFor } from '~/i18n';
import type { ExportField, ExportListName, ExportRow } from '~/shared/personal-export';
import { makeMarkedPerson } from '../../../test/factories/marked-person';
import { MARK } from '../../../test/factories/marked-rows';
import { onOneEngine } from '../../../test/setup/engines';

/** As our codes look: small letters, words joined by a line or a dot. */
const CODE = /^[a-z]+(?:[_.][a-z]+)*$/;

/** Typed by somebody, or an address of ours that is the same in every language. */
const TYPED: Partial<Record<ExportListName, readonly ExportField[]>> = {
  devices: ['device'],
  orderLines: ['dish', 'text'],
  stalls: ['code'],
  businesses: ['code'],
};

onOneEngine('sqlite', 'a copy of somebody’s data', (engine) => {
  it('says every code in words of either language', async () => {
    const world = await engine.world();
    const her = await makeMarkedPerson(world);
    const { lists } = await gatherExport(world.app, { personId: her.personId, now: world.clock.now() });
    for (const language of ['id', 'en'] as const) {
      const words = codesInWords(wordsFor(language));
      const raw = lists.flatMap(({ name, rows }) =>
        rows.flatMap((row: ExportRow) =>
          (Object.entries(row) as [ExportField, unknown][])
            .filter(([field, value]) => {
              const text = String(value);
              const isCode = typeof value === 'string' && CODE.test(text) && !text.includes(MARK);
              return isCode && !TYPED[name]?.includes(field) && words[name]?.[field]?.[text] === undefined;
            })
            .map(([field, value]) => `${name}.${field}: ${value}`),
        ),
      );
      expect([...new Set(raw)]).toEqual([]);
    }
  }, 60_000);
});

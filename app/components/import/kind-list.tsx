import type { RowProblemCode } from '~/domain/menus/import/import';
import { useWords } from '~/i18n';

/** Which trouble how often, most frequent first. */
export function KindList({ kinds }: { kinds: { code: RowProblemCode; count: number }[] }) {
  const words = useWords().imports;
  return (
    <ul className="import-kinds">
      {kinds.map(({ code, count }) => (
        <li key={code}>
          <span>{words.kinds[code]}</span> <b>{words.check.times(count)}</b>
        </li>
      ))}
    </ul>
  );
}

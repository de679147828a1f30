import { useWords } from '~/i18n';

/** Where one is in a form of several screens: bars, and the same in words. `current` counts from 1. */
export function Steps({ current, titles }: { current: number; titles: readonly string[] }) {
  const { common } = useWords();
  return (
    <>
      <ol className="steps" aria-hidden="true">
        {titles.map((title, index) => (
          <li
            key={title}
            className={index + 1 < current ? 'step-done' : index + 1 === current ? 'step-now' : undefined}
          />
        ))}
      </ol>
      <p className="steps-title">{common.step(current, titles.length, titles[current - 1] ?? '')}</p>
    </>
  );
}

/** How far something long is, with its count in words (`1.250 dari 4.800 baris`). */
export function ProgressBar({ value, max, label }: { value: number; max: number; label: string }) {
  return (
    <div className="progress">
      <span>{label}</span>
      <progress value={value} max={Math.max(1, max)} aria-label={label} />
    </div>
  );
}

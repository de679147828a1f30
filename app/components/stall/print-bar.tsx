import { Icon } from '~/components/ui/icon';

/** Above a sheet: the way back and, with JavaScript, a button for the printer. Neither is printed. */
export function PrintBar({ back, label }: { back: { href: string; label: string }; label: string }) {
  return (
    <p className="print-bar no-print">
      <a className="back-link" href={back.href}>
        <Icon name="back" />
        {back.label}
      </a>
      <print-button>
        <button type="button" className="button button-secondary" hidden>
          <Icon name="print" />
          {label}
        </button>
      </print-button>
    </p>
  );
}

import { ChoiceField } from '~/components/ui/choice-field';
import { TextField } from '~/components/ui/text-field';
import { WEEKDAYS } from '~/domain/merchants/hours-form';
import { useWords } from '~/i18n';

export interface HoursFieldsProps {
  hours: readonly { weekday: number; windows: readonly { opens: string; closes: string }[] }[];
}

/** Seven weekdays, Monday first: open from when to when, or closed. */
export function HoursFields({ hours }: HoursFieldsProps) {
  const { merchants } = useWords();
  const words = merchants.hours;
  return (
    <div className="hours">
      {WEEKDAYS.map((weekday) => {
        const day = hours.find((each) => each.weekday === weekday);
        const window = day?.windows[0];
        return (
          <div key={weekday} className="hours-day">
            <ChoiceField
              name={`state${weekday}`}
              label={merchants.weekdays[weekday]}
              value={day ? (window ? 'open' : 'closed') : null}
              choices={[
                { value: 'open', label: words.open },
                { value: 'closed', label: words.closed },
              ]}
              row
            />
            <div className="hours-clock">
              <TextField name={`opens${weekday}`} label={words.opens} type="time" value={window?.opens ?? '08:00'} />
              <TextField name={`closes${weekday}`} label={words.closes} type="time" value={window?.closes ?? '20:00'} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

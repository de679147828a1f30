import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { ChoiceField } from '~/components/ui/choice-field';
import { TextField } from '~/components/ui/text-field';
import { WEEKDAYS } from '~/domain/merchants/hours-form';
import { useWords } from '~/i18n';

export interface HoursFieldsProps {
  hours: readonly { weekday: number; windows: readonly { opens: string; closes: string }[] }[];
}

/** `08:00` as people write it here. */
const show = (clock: string) => clock.replace(':', '.');

/** Most stalls keep the same hours all week: two answers and one tap. */
export function SameHours() {
  const words = useWords().merchants.hours;
  return (
    <Card title={words.sameTitle} className="stack">
      <div className="hours-clock">
        <TextField name="opensAll" label={words.opens} inputMode="decimal" value="08.00" autoComplete="off" />
        <TextField name="closesAll" label={words.closes} inputMode="decimal" value="20.00" autoComplete="off" />
      </div>
      <Button name="same" value="yes">
        {words.same}
      </Button>
      <p className="soft">{words.sameHelp}</p>
    </Card>
  );
}

/** Seven weekdays, Monday first: open from when to when, or closed. */
export function HoursFields({ hours }: HoursFieldsProps) {
  const { merchants } = useWords();
  const words = merchants.hours;
  return (
    <div className="hours">
      <h2>{words.perDay}</h2>
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
              <TextField
                name={`opens${weekday}`}
                label={words.opens}
                inputMode="decimal"
                value={show(window?.opens ?? '08:00')}
                autoComplete="off"
              />
              <TextField
                name={`closes${weekday}`}
                label={words.closes}
                inputMode="decimal"
                value={show(window?.closes ?? '20:00')}
                autoComplete="off"
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}

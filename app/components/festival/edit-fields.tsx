import { NumberField } from '~/components/ui/number-field';
import { TextArea } from '~/components/ui/text-area';
import { TextField } from '~/components/ui/text-field';
import type { Festival } from '~/domain/festivals/read-festival.server';
import { useWords } from '~/i18n';
import { clockOf, dayOf } from '~/shared/time';

/** Every date, hour and word of a festival that may be edited; clocks of its own zone. */
export function EditFields({ festival }: { festival: Festival }) {
  const { edit } = useWords().festivals;
  const { zone } = festival;
  return (
    <>
      <TextField name="name" label={edit.name} value={festival.name} maxLength={80} />
      <TextField name="place" label={edit.place} value={festival.place} maxLength={120} />
      <TextArea
        name="story"
        label={edit.story}
        hint={edit.storyHint}
        value={festival.story}
        maxLength={1_000}
        optional
      />
      <TextField
        name="firstDay"
        type="date"
        label={edit.firstDay}
        hint={edit.firstDayHint(festival.days.length)}
        value={festival.startsOn}
      />
      <div className="two-up two-up-tight">
        <TextField name="opens" type="time" label={edit.opens} value={festival.opens} />
        <TextField name="closes" type="time" label={edit.closes} value={festival.closes} />
        <TextField name="loadInDay" type="date" label={edit.loadInDay} value={dayOf(festival.loadInAt, zone)} />
        <TextField name="loadInClock" type="time" label={edit.loadInClock} value={clockOf(festival.loadInAt, zone)} />
        <TextField
          name="callClosesDay"
          type="date"
          label={edit.callClosesDay}
          value={dayOf(festival.callClosesAt, zone)}
        />
        <TextField
          name="callClosesClock"
          type="time"
          label={edit.callClosesClock}
          value={clockOf(festival.callClosesAt, zone)}
        />
      </div>
      <NumberField name="offerHours" label={edit.offerHours} hint={edit.offerHoursHint} value={festival.offerHours} />
    </>
  );
}

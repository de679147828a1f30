import { DefinitionList } from '~/components/ui/definition-list';
import { NumberField } from '~/components/ui/number-field';
import { TextArea } from '~/components/ui/text-area';
import { TextField } from '~/components/ui/text-field';
import { areDatesFrozen } from '~/domain/festivals/festival';
import type { Festival } from '~/domain/festivals/read-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { formatHours } from '~/i18n/format';
import { clockOf, dayOf } from '~/shared/time';
import { daysInWords } from './festival-facts';

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
      {areDatesFrozen(festival.state) ? <FrozenDays festival={festival} /> : <DayFields festival={festival} />}
      <div className="two-up two-up-tight">
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

function DayFields({ festival }: { festival: Festival }) {
  const { edit } = useWords().festivals;
  return (
    <>
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
      </div>
    </>
  );
}

/** Announced days and hours go along as they are, so that the form saves the rest. */
function FrozenDays({ festival }: { festival: Festival }) {
  const { edit, page } = useWords().festivals;
  const language = useLanguage();
  return (
    <div>
      <DefinitionList
        items={[
          { term: page.days, value: daysInWords(festival, language) },
          { term: page.hours, value: formatHours(festival.opens, festival.closes) },
        ]}
      />
      <p className="field-hint">{edit.daysFrozen}</p>
      <input type="hidden" name="firstDay" value={festival.startsOn} />
      <input type="hidden" name="opens" value={festival.opens} />
      <input type="hidden" name="closes" value={festival.closes} />
    </div>
  );
}

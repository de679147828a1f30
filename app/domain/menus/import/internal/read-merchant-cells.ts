import { ADDRESS_MAX, DISTRICT_MAX, OWNER_NAME_MAX, STALL_NAME_MAX, STORY_MAX } from '~/domain/merchants/merchants';
import { type PhoneProblem, readPhone } from '~/shared/phone';
import type { ImportedMerchant, RowProblemCode } from '../import';
import type { CellReader } from './cell-reader';
import { readCategory, readHours } from './read-answers';
import { chooseRegion, regionInAddress, regionsNamed } from './read-place';

const FOREIGN_ID_MAX = 100;

/** What a row says of its merchant; null on a row that names none and so continues the one above. */
export function readMerchantCells(cells: CellReader, home: string | null): ImportedMerchant | null {
  const names = cells.text('stall_name') !== '' || cells.text('phone') !== '' || cells.text('merchant_id') !== '';
  if (!names) return null;
  return {
    foreignId: cells.limited('merchant_id', FOREIGN_ID_MAX),
    stallName: cells.limited('stall_name', STALL_NAME_MAX),
    ownerName: cells.limited('owner_name', OWNER_NAME_MAX),
    phone: readPhoneCell(cells),
    regionCode: readRegion(cells, home),
    district: cells.limited('district', DISTRICT_MAX),
    address: cells.limited('address', ADDRESS_MAX, { cut: true }),
    category: cells.text('category') === '' ? null : readCategory(cells.text('category')),
    story: cells.limited('story', STORY_MAX, { cut: true }),
    hours: readHoursCells(cells),
  };
}

function readPhoneCell(cells: CellReader): string | null {
  const column = cells.columns('phone')[0];
  const read = cells.at(column);
  if (read === '') return null;
  const phone = readPhone(read);
  if (phone.ok) return phone.value;
  const { code, count } = phoneProblem(phone.refusal, read);
  cells.wrong(column, code, read, count === undefined ? {} : { count });
  return null;
}

function phoneProblem(problem: PhoneProblem, read: string): { code: RowProblemCode; count?: number } {
  // Some programs write `6.28E12` or `8,1E+10`; digits are gone in all of them.
  if (/^\+?\d+([.,]\d+)?e\+?\d+$/i.test(read)) return { code: 'phone_rounded' };
  switch (problem.code) {
    case 'phone_short':
      return { code: 'phone_short', count: problem.missing };
    case 'phone_long':
      return { code: 'phone_long', count: problem.extra };
    case 'phone_landline':
      return { code: 'phone_landline' };
    case 'phone_two':
      return { code: 'phone_several' };
    case 'phone_spreadsheet':
      return { code: 'phone_rounded' };
    default:
      return { code: 'phone_unreadable' };
  }
}

function readRegion(cells: CellReader, home: string | null): string | null {
  const column = cells.columns('city')[0];
  const read = cells.at(column);
  if (read !== '') {
    const found = regionsNamed(read);
    const region = chooseRegion(found, home);
    if (!region) cells.wrong(column, 'city_unknown', read);
    else if (found.length > 1 && region.code !== home)
      cells.wrong(column, 'city_chosen', read, { name: region.name, note: true });
    return region?.code ?? null;
  }
  return regionInAddress(cells.text('address'), home)?.code ?? null;
}

function readHoursCells(cells: CellReader) {
  const columns = cells.columns('hours');
  const read = columns.map((column) => cells.at(column)).filter((text) => text !== '');
  if (read.length === 0) return null;
  // Opening and closing time in two columns are one window.
  const text =
    read.length === 2 && read.every((part) => /^\d{1,2}[.:]\d{2}/.test(part) && part.length < 9)
      ? read.join('-')
      : read.join('; ');
  const hours = readHours(text);
  if (!hours) cells.wrong(columns[0], 'hours_unreadable', text);
  return hours;
}

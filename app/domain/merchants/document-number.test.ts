import { describe, expect, it } from 'vitest';
import { checkDocumentNumber } from './document-number';
import type { DocumentKind } from './merchants';

const check = (kind: DocumentKind, typed: string) => checkDocumentNumber(kind, typed, { year: 2026 });
const warningsOf = (kind: DocumentKind, typed: string) => {
  const checked = check(kind, typed);
  return checked.ok ? checked.value.warnings.map((warning) => warning.code) : ['refused'];
};

// Samples and sources: domain.md §1.1 to §1.9.
describe('numbers of papers', () => {
  it.each<[DocumentKind, string, string]>([
    ['ktp', '3171011708450001', '3171011708450001'],
    ['ktp', '3171-0157-0845-0001', '3171015708450001'],
    ['npwp', '01.312.166.0-091.000', '013121660091000'],
    ['npwp', '016090524017000', '016090524017000'],
    ['npwp', '0831326657201000', '0831326657201000'],
    ['npwp', '0831326657201000000001', '0831326657201000000001'],
    ['npwp', '000000000000000', '000000000000000'],
    ['nib', '9120000000000', '9120000000000'],
    ['nib', '0000000000000', '0000000000000'],
    ['pirt', '3063306010072-31', '306330601007231'],
    ['pirt', '306330601007', '306330601007'],
    ['bpom', 'MD 235602169254', 'MD235602169254'],
    ['bpom', 'ml 2356.0216.9254', 'ML235602169254'],
    ['halal', 'ID 35110000123456789', 'ID35110000123456789'],
    ['hygiene', 'T/000.00/000/Dinkes/IV/2022', 'T/000.00/000/DINKES/IV/2022'],
  ])('%s %s is taken as %s without a warning', (kind, typed, number) => {
    expect(check(kind, typed)).toEqual({ ok: true, value: { number, warnings: [] } });
  });

  it.each<[DocumentKind, string, object]>([
    ['ktp', '317101170845000', { code: 'nik_length', typed: 15 }],
    ['ktp', '3510163213900001', { code: 'nik_day', day: '32' }],
    ['ktp', '3510167208900001', { code: 'nik_day', day: '72' }],
    ['ktp', '3510160013900001', { code: 'nik_day', day: '00' }],
    ['ktp', '3510161213900001', { code: 'nik_month', month: '13' }],
    ['ktp', '0510161212900001', { code: 'nik_starts_with_zero' }],
    ['npwp', '01.451.869.7-054.000', { code: 'npwp_check_digit' }],
    ['npwp', '0831326658201000', { code: 'npwp_check_digit' }],
    ['npwp', '12345', { code: 'npwp_length', typed: 5 }],
    ['npwp', '3510163213900001', { code: 'nik_day', day: '32' }],
    ['nib', '912000000000', { code: 'nib_length', typed: 12 }],
    ['pirt', '30633', { code: 'pirt_length', typed: 5 }],
    ['bpom', 'MD 12345', { code: 'bpom_shape' }],
    ['bpom', 'XX235602169254', { code: 'bpom_shape' }],
    ['halal', 'KH-12345', { code: 'halal_decision_number' }],
    ['halal', 'ID123', { code: 'halal_shape' }],
    ['hygiene', 'x'.repeat(61), { code: 'paper_number_too_long', most: 60 }],
  ])('%s %s is refused with what fits', (kind, typed, refusal) => {
    expect(check(kind, typed)).toEqual({ ok: false, refusal });
  });

  it.each<[DocumentKind, string, string[]]>([
    ['ktp', '3599011708450001', ['nik_region_unknown']],
    ['ktp', '3510163102900001', ['nik_date_unusual']],
    ['ktp', '3510161708900000', ['nik_serial_zero']],
    ['pirt', '906330601007231', ['pirt_packaging_unknown']],
    ['pirt', '306330601007219', ['pirt_ended']],
    ['bpom', 'MD2356021692543', ['bpom_long']],
    ['halal', 'ID35110000123456', ['halal_short']],
  ])('%s %s is odd but possible: it is shown, not refused', (kind, typed, warnings) => {
    expect(warningsOf(kind, typed)).toEqual(warnings);
  });

  it('the demo numbers do not warn in the demo', () => {
    const checked = checkDocumentNumber('ktp', '3510161708900000', { year: 2026, demo: true });
    expect(checked).toEqual({ ok: true, value: { number: '3510161708900000', warnings: [] } });
  });
});

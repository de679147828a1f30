import { describe, expect, it } from 'vitest';
import { type Candidate, type Cap, capsBrokenBy, countCaps, readBrokenCaps } from './caps';

let made = 0;
function stall(wishes: Partial<Candidate> = {}): Candidate {
  made += 1;
  return { merchantId: `mrc_${made}`, category: 'soups', regionCode: '1671', dish: 'Tekwan', halal: 'yes', ...wishes };
}

describe('quotas of a line-up', () => {
  it('counts stalls against the number of booths', () => {
    const caps: Cap[] = [{ kind: 'total', value: '', limit: 2 }];
    expect(readBrokenCaps(caps, [stall(), stall()])).toEqual([]);
    expect(readBrokenCaps(caps, [stall(), stall(), stall()])).toMatchObject([{ kind: 'total', count: 3, limit: 2 }]);
  });

  it('names the kind of food of which there are too many, and no other', () => {
    const caps: Cap[] = [{ kind: 'category', value: '', limit: 1 }];
    const broken = readBrokenCaps(caps, [stall(), stall(), stall({ category: 'drinks' })]);
    expect(broken).toMatchObject([{ group: 'soups', count: 2 }]);
  });

  it('can bind one kind of food alone', () => {
    const caps: Cap[] = [{ kind: 'category', value: 'drinks', limit: 0 }];
    expect(readBrokenCaps(caps, [stall(), stall()])).toEqual([]);
    expect(readBrokenCaps(caps, [stall({ category: 'drinks' })])).toMatchObject([{ group: 'drinks', count: 1 }]);
  });

  it('knows the same dish however it is written', () => {
    const caps: Cap[] = [{ kind: 'dish', value: '', limit: 1 }];
    expect(
      readBrokenCaps(caps, [stall({ dish: 'TEKWAN ' }), stall({ dish: 'tekwan' }), stall({ dish: 'Model' })]),
    ).toHaveLength(1);
  });

  it('finds a named dish inside longer names, as a whole word', () => {
    const caps: Cap[] = [{ kind: 'dish', value: 'pempek', limit: 1 }];
    const three = [
      stall({ dish: 'Pempek kapal selam' }),
      stall({ dish: 'Pempek lenjer' }),
      stall({ dish: 'Pempekan' }),
    ];
    expect(readBrokenCaps(caps, three)).toMatchObject([{ group: 'pempek', count: 2 }]);
  });

  it('asks for a share of halal certificates without rounding up', () => {
    const caps: Cap[] = [{ kind: 'halal_share', value: '', limit: 67 }];
    expect(readBrokenCaps(caps, [stall(), stall(), stall({ halal: 'no' })])).toMatchObject([{ count: 66 }]);
    expect(readBrokenCaps([{ ...caps[0]!, limit: 66 }], [stall(), stall(), stall({ halal: 'no' })])).toEqual([]);
    expect(readBrokenCaps(caps, [])).toEqual([]);
  });

  it('counts where merchants come from', () => {
    const caps: Cap[] = [{ kind: 'district', value: '', limit: 1 }];
    expect(readBrokenCaps(caps, [stall(), stall(), stall({ regionCode: '1607' })])).toMatchObject([{ group: '1671' }]);
  });

  it('says full when the next one would be too many', () => {
    expect(countCaps([{ kind: 'total', value: '', limit: 1 }], [stall()])).toMatchObject([{ standing: 'full' }]);
  });

  it('blames a merchant only for the quotas she counts in', () => {
    const caps: Cap[] = [
      { kind: 'category', value: '', limit: 1 },
      { kind: 'halal_share', value: '', limit: 50 },
    ];
    const placed = [stall(), stall()];
    expect(capsBrokenBy(caps, placed, stall({ category: 'drinks' }))).toEqual([]);
    expect(capsBrokenBy(caps, placed, stall({ halal: 'no' })).map(({ kind }) => kind)).toEqual(['category']);
    expect(capsBrokenBy(caps, placed, stall({ category: 'drinks', halal: 'no' }))).toEqual([]);
    expect(capsBrokenBy([caps[1]!], [stall({ halal: 'no' })], stall({ halal: 'no' })).map(({ kind }) => kind)).toEqual([
      'halal_share',
    ]);
  });

  it('does not count a merchant twice who is placed already', () => {
    const one = stall();
    expect(capsBrokenBy([{ kind: 'total', value: '', limit: 1 }], [one], one)).toEqual([]);
  });
});

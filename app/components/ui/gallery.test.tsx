import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BoardPage } from '~/components/layout/board-page';
import { MerchantPage } from '~/components/layout/merchant-page';
import { OperatorPage } from '~/components/layout/operator-page';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { PrintPage } from '~/components/layout/print-page';
import { PublicPage } from '~/components/layout/public-page';
import { LanguageProvider } from '~/i18n';
import { Badge } from './badge';
import { BatikBand, BatikTile } from './batik-tile';
import { Button, ButtonLink } from './button';
import { Card } from './card';
import { ChoiceField } from './choice-field';
import { DataTable } from './data-table';
import { DefinitionList } from './definition-list';
import { EmptyState } from './empty-state';
import { FileField } from './file-field';
import { FoldedFields } from './folded-fields';
import { Form } from './form';
import { Money } from './money';
import { Notice } from './notice';
import { NumberField } from './number-field';
import { Pager } from './pager';
import { Picture } from './picture';
import { ProgressBar } from './progress-bar';
import { QrCode } from './qr-code';
import { SelectField } from './select-field';
import { Sprite } from './sprite';
import { Steps } from './steps';
import { TextArea } from './text-area';
import { TextField } from './text-field';

function html(node: ReactNode, language: 'id' | 'en' = 'id'): string {
  return renderToStaticMarkup(<LanguageProvider value={language}>{node}</LanguageProvider>);
}

const gallery = (
  <PublicPage title="Galeri">
    <Form errors={{ nama: { code: 'field_missing' } }} typed={{ harga: '15rb', jenis: 'b' }}>
      <TextField name="nama" label="Nama usaha" hint="Contoh: Warung Siti" />
      <NumberField name="harga" label="Harga" prefix="Rp" optional />
      <TextArea name="cerita" label="Cerita" />
      <SelectField name="kota" label="Kota" empty="Pilih kota" options={[{ value: '1671', label: 'Palembang' }]} />
      <ChoiceField
        name="jenis"
        label="Jenis"
        choices={[
          { value: 'a', label: 'Kue' },
          { value: 'b', label: 'Lauk', note: 'Panas' },
        ]}
      />
      <FileField name="foto" label="Foto" accept="image/jpeg" />
      <Button variant="primary" wide>
        Kirim
      </Button>
    </Form>
    <Card title="Kartu">
      <Badge tone="good">Lunas</Badge> <Money amount={15_000} strong /> <Money amount={2_000} signed />
    </Card>
    <Notice tone="attention" title="Tekwan baru saja habis." ways={<ButtonLink href="/">Pilih menu lain</ButtonLink>}>
      Uang belum diambil.
    </Notice>
    <DataTable
      caption="Pendaftar"
      columns={[
        { key: 'n', header: 'Usaha', kind: 'title', cell: (row: { n: string; v: number }) => row.n },
        { key: 'v', header: 'Nilai', kind: 'number', cell: (row) => row.v },
      ]}
      rows={[{ n: 'Warung Siti', v: 4 }]}
      rowKey={(row) => row.n}
    />
    <DefinitionList items={[{ term: 'Stan', value: 14 }]} />
    <EmptyState text="Belum ada menu." action={<ButtonLink href="/">Tambah menu</ButtonLink>} />
    <Steps current={2} titles={['Nomor HP', 'Usaha', 'Menu']} />
    <ProgressBar value={3} max={9} label="3 dari 9 baris" />
    <Pager page={2} pages={3} hrefOf={(page) => `?halaman=${page}`} />
    <QrCode text="https://pestarasa.test/festival/a/lapak/b" title="Kode QR menu stan 14" />
    <Picture file={null} seed="dsh_1" alt="" />
    <Picture file={{ id: 'fil_1', colour: '#b5502b' }} seed="dsh_1" alt="Pempek di piring" />
    <BatikBand seed="fst_1" city="1671" />
  </PublicPage>
);

describe('the kit', () => {
  const page = html(gallery);

  it('draws every component without an inline style or script, which the content policy would refuse', () => {
    expect(page).not.toMatch(/ style=|<script|<style/);
  });

  it('ties label, hint and error to their field and puts the focus on the first wrong one', () => {
    expect(page).toContain('<label for="f-nama" class="field-label">Nama usaha');
    const input = /<input[^>]*name="nama"[^>]*>/.exec(page)?.[0] ?? '';
    expect(input).toContain('aria-describedby="f-nama-hint f-nama-error"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('autofocus=""');
    expect(page).toContain('<p id="f-nama-error"');
    expect(page).toContain('href="#f-nama"');
  });

  it('says a sentence that several fields share once in the list, leading to the first of them', () => {
    const errors = {
      jumlah: { code: 'field_wrong' },
      opsi: { code: 'field_wrong' },
      isi: { code: 'field_missing' },
    };
    const page = html(<Form errors={errors}>{null}</Form>);
    expect(page).toContain('3 isian perlu diperbaiki');
    expect([...page.matchAll(/href="#f-(\w+)"/g)].map(([, name]) => name)).toEqual(['jumlah', 'isi']);
  });

  it('opens what is folded over a wrong field, and leaves the rest folded', () => {
    const fold = (name: string) => (
      <FoldedFields summary="Lainnya" names={[name]}>
        <TextField name={name} label="Isian" />
      </FoldedFields>
    );
    const page = html(
      <Form errors={{ satu: { code: 'field_missing' } }} typed={{ dua: 'Tekwan' }}>
        {['satu', 'dua', 'tiga'].map((name) => (
          <div key={name}>{fold(name)}</div>
        ))}
      </Form>,
    );
    expect([...page.matchAll(/<details( open="")?>/g)].map(([, open]) => open ?? 'folded')).toEqual([
      ' open=""',
      ' open=""',
      'folded',
    ]);
  });

  it('keeps what was typed', () => {
    expect(/<input[^>]*name="harga"[^>]*>/.exec(page)?.[0]).toContain('value="15rb"');
    expect(/<input[^>]*value="b"[^>]*>/.exec(page)?.[0]).toContain('checked=""');
  });

  it('gives no two elements the same id', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('refers only to drawings that the sprite defines', () => {
    const sprite = html(<Sprite />);
    for (const [, name] of page.matchAll(/<use href="#([^"]+)"/g)) expect(sprite).toContain(`id="${name}"`);
  });

  it('speaks English where the page is English', () => {
    expect(html(gallery, 'en')).toContain('Main navigation');
  });
});

describe('batik in place of a missing picture', () => {
  it('looks the same for the same seed and differs between seeds', () => {
    const tile = (seed: string) => html(<BatikTile seed={seed} city="1671" />);
    expect(tile('dsh_a')).toBe(tile('dsh_a'));
    const looks = new Set(Array.from({ length: 200 }, (_, i) => tile(`dsh_${i}`)));
    expect(looks.size).toBeGreaterThan(120);
  });

  it('weighs less than 500 bytes a tile, icons and cloths together less than 16 kB a page', () => {
    expect(html(<BatikTile seed="dsh_a" />).length).toBeLessThan(500);
    expect(html(<Sprite />).length).toBeLessThan(16_000);
  });
});

describe('the layouts', () => {
  const merchant = { id: 'mrc_1', name: 'Warung Siti' };
  const pages: Record<string, ReactNode> = {
    merchant: (
      <MerchantPage title="Menu" merchant={merchant} current="menu">
        x
      </MerchantPage>
    ),
    organiser: (
      <OrganiserPage
        title="Pendaftar"
        organisation={{ id: 'org_1', name: 'Dinas' }}
        festival={{ id: 'fst_1', name: 'Pesta' }}
      >
        x
      </OrganiserPage>
    ),
    board: (
      <BoardPage title="Pesanan" stall={{ participationId: 'par_1', name: 'Warung Siti', booth: 14 }} current="queue">
        x
      </BoardPage>
    ),
    operator: <OperatorPage title="Operator">x</OperatorPage>,
    public: <PublicPage title="Masuk">x</PublicPage>,
    hero: (
      <PublicPage title="Festival" hero={<h1>Festival</h1>}>
        x
      </PublicPage>
    ),
  };

  it.each(Object.entries(pages))(
    '%s page has one h1, one main that the skip link finds, and only named navigations',
    (_, page) => {
      const text = html(page);
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text.match(/<main id="isi"/g)).toHaveLength(1);
      for (const [nav] of text.matchAll(/<nav[^>]*>/g)) expect(nav).toContain('aria-label="');
    },
  );

  it('a sheet for the printer has neither header nor footer', () => {
    expect(html(<PrintPage kind="slip">x</PrintPage>)).not.toMatch(/site-header|site-footer/);
  });
});

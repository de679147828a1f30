import jsqr from 'jsqr';
import { renderToStaticMarkup } from 'react-dom/server';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { QrCode } from './qr-code';

const ADDRESS = 'https://pesta.example.id/festival/pesta-rasa-palembang/lapak/pempek-perahu-ketek';

it('a phone reads the address of a stall off its printed sign', async () => {
  const svg = renderToStaticMarkup(<QrCode text={ADDRESS} title="Kode QR menu stan 14" />);
  const { data, info } = await sharp(Buffer.from(svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')))
    .resize(600, 600)
    .flatten({ background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = jsqr(new Uint8ClampedArray(data), info.width, info.height);
  expect(read?.data).toBe(ADDRESS);
});

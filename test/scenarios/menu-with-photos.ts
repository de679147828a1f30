import sharp from 'sharp';
import { setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { makeImages, type Photo } from '~/platform/images.server';
import { seededRandom } from '~/shared/seeded-random';
import { accepted } from '../factories/merchants';
import { makeOpenFestival } from '../factories/stalls';
import type { World } from '../setup/open-world';

const DISHES = [
  ['Pempek kapal selam', 22_000],
  ['Pempek lenjer', 18_000],
  ['Pempek adaan (5)', 17_500],
  ['Pempek kulit (5)', 17_500],
  ['Pempek keriting (4)', 16_000],
  ['Pempek tahu (4)', 15_000],
  ['Pempek panggang (5)', 22_500],
  ['Tekwan', 15_000],
  ['Model ikan', 18_000],
  ['Mie celor', 25_000],
  ['Laksan', 20_000],
  ['Es kacang merah', 12_000],
] as const;

/** Three kinds of spice and two toppings, as a pempek stall has them. */
const OPTIONS = [
  {
    name: 'Topping',
    min: 0,
    max: 2,
    options: [
      { name: 'Mie kuning', price: 3_000 },
      { name: 'Timun', price: 1_000 },
    ],
  },
  { name: 'Level pedas', min: 1, max: 1, options: ['0', '1', '2', '3'].map((name) => ({ name, price: 0 })) },
];

export interface MenuWithPhotos {
  festival: string;
  /** The stall whose twelve dishes all have a photo. */
  stall: string;
  ownerId: string;
}

/** A running festival of six stalls; the first sells twelve dishes, each with a photo and half of them with options. */
export async function openMenuWithPhotos(world: World): Promise<MenuWithPhotos> {
  const dishes = DISHES.map(([name, price], at) => ({ name, price, groups: at % 2 === 0 ? OPTIONS : undefined }));
  const stalls = [
    { stallName: 'Pempek Perahu Ketek', dishes },
    ...['A', 'B', 'C', 'D', 'E'].map((letter) => ({ stallName: `Lapak ${letter}` })),
  ];
  const festival = await makeOpenFestival(world, stalls);
  const first = festival.stalls[0];
  if (!first) throw new Error('the festival has no stall');
  const photos = await Promise.all([1, 2, 3].map(takePhoto));
  const now = world.clock.now();
  for (const [at, dishId] of first.dishIds.entries()) {
    const photo = photos[at % photos.length] as Photo;
    accepted(await world.inTransaction((tx) => setDishPhoto(tx, { dishId, merchantId: first.merchantId, photo, now })));
  }
  const address = `/festival/${festival.slug}`;
  return { festival: address, stall: `${address}/lapak/${first.slug}`, ownerId: first.ownerId };
}

/** As hard to pack as a photo of a full table: many ovals in warm colours. */
async function takePhoto(seed: number): Promise<Photo> {
  const roll = seededRandom(seed);
  const ovals = Array.from({ length: 200 }, () => {
    const [x, y, rx, ry, hue] = [roll() * 1200, roll() * 900, 20 + roll() * 60, 10 + roll() * 40, roll() * 70];
    return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="hsl(${hue} 65% ${30 + roll() * 45}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">${ovals.join('')}</svg>`;
  const taken = await sharp(Buffer.from(svg)).flatten({ background: '#e9c48b' }).jpeg({ quality: 92 }).toBuffer();
  return accepted(await makeImages().readPhoto(taken));
}

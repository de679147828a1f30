import sharp from 'sharp';
import type { Dice } from './dice';

type Shape = 'bowl' | 'glass' | 'plate';

const SIZE = 960;
/** No larger picture is kept, so none is drawn. */
const DRAWN = 640;
const TABLES = ['#8a5a35', '#6f4a2f', '#a5764a', '#3f5a4e'];
const FOODS = ['#e9c48b', '#d79a4e', '#c56f33', '#f0dcb4', '#a8482a'];
const GREENS = ['#4f7a35', '#6f9a45', '#2f5f3a'];
const DRINKS = ['#d8573f', '#e7a33b', '#5a341f', '#8fb94d', '#f1d9c0'];

/** A drawn picture of a dish, as PNG: the demo shows no photo of a stranger's food. */
export async function drawDish(name: string, dice: Dice): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">${table(dice)}${food(shapeOf(name), dice)}</svg>`;
  return sharp(Buffer.from(svg)).resize(DRAWN, DRAWN).png().toBuffer();
}

function shapeOf(name: string): Shape {
  if (/\b(es|kopi|jus|teh|susu)\b/i.test(name)) return 'glass';
  return /tekwan|mie|soto|model|bakso|gulai|laksan|burgo|celimpungan|pindang/i.test(name) ? 'bowl' : 'plate';
}

function table(dice: Dice): string {
  const wood = dice.pick(TABLES);
  const boards = [0, 1, 2, 3, 4].map(
    (board) => `<rect y="${board * 192}" width="${SIZE}" height="188" fill="${wood}"/>${grain(dice, board * 192)}`,
  );
  return `<rect width="${SIZE}" height="${SIZE}" fill="#2c1d12"/>${boards.join('')}`;
}

function grain(dice: Dice, top: number): string {
  const lines = Array.from({ length: 4 }, () => {
    const y = top + 20 + dice.below(150);
    return `M0 ${y}q240 ${dice.below(40) - 20} 480 0t480 0`;
  });
  return `<path d="${lines.join('')}" stroke="#000" stroke-opacity=".13" stroke-width="3" fill="none"/>`;
}

function food(shape: Shape, dice: Dice): string {
  if (shape === 'glass') return glass(dice);
  const rim = shape === 'bowl' ? '#2f5d7c' : '#f7f1e6';
  const inside = shape === 'bowl' ? dice.pick(['#e8b765', '#d98f3a', '#f2e2bd']) : '#fffaf0';
  const plate =
    `<ellipse cx="490" cy="515" rx="380" ry="372" fill="#000" fill-opacity=".28"/>` +
    `<circle cx="480" cy="490" r="375" fill="${rim}"/><circle cx="480" cy="490" r="322" fill="#fff" fill-opacity=".35"/>` +
    `<circle cx="480" cy="490" r="305" fill="${inside}"/>`;
  return plate + pieces(dice) + leaves(dice);
}

function pieces(dice: Dice): string {
  const colour = dice.pick(FOODS);
  return Array.from({ length: 7 + dice.below(5) }, (_, at) => {
    const angle = at * 2.4;
    const reach = 60 + ((at * 37) % 150);
    const x = 480 + Math.cos(angle) * reach;
    const y = 490 + Math.sin(angle) * reach;
    const turn = dice.below(180);
    const rx = 62 + dice.below(30);
    return (
      `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${turn})">` +
      `<ellipse cx="6" cy="10" rx="${rx}" ry="44" fill="#000" fill-opacity=".22"/><ellipse rx="${rx}" ry="44" fill="${colour}"/>` +
      `<ellipse cx="-14" cy="-14" rx="${rx * 0.5}" ry="12" fill="#fff" fill-opacity=".38"/></g>`
    );
  }).join('');
}

function leaves(dice: Dice): string {
  return Array.from({ length: 9 }, () => {
    const x = 330 + dice.below(300);
    const y = 340 + dice.below(300);
    return `<path transform="translate(${x} ${y}) rotate(${dice.below(360)})" d="M0 0q26-22 58 0q-32 22-58 0z" fill="${dice.pick(GREENS)}"/>`;
  }).join('');
}

function glass(dice: Dice): string {
  const drink = dice.pick(DRINKS);
  const ice = Array.from({ length: 5 }, () => {
    const place = `translate(${370 + dice.below(170)} ${330 + dice.below(160)}) rotate(${dice.below(90)})`;
    return `<rect transform="${place}" width="78" height="78" rx="14" fill="#fff" fill-opacity=".5"/>`;
  });
  return (
    '<ellipse cx="520" cy="820" rx="240" ry="60" fill="#000" fill-opacity=".3"/>' +
    '<path d="M280 170h400l-46 640q-4 40-46 40H372q-42 0-46-40z" fill="#fff" fill-opacity=".32"/>' +
    `<path d="M296 280h368l-36 510q-4 34-40 34H372q-36 0-40-34z" fill="${drink}"/>${ice.join('')}` +
    '<path d="M590 60l-70 420" stroke="#b3261e" stroke-width="26" stroke-linecap="round"/>' +
    '<path d="M330 250l34 500" stroke="#fff" stroke-opacity=".45" stroke-width="22" stroke-linecap="round"/>'
  );
}

import { encode } from 'uqr';

/** Dark runs of each row as one path: far smaller than a rectangle a module. */
function pathOf(rows: boolean[][]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
    }
  });
  return path;
}

/** A QR code as SVG with a quiet zone of four modules. `title` says what it opens: "Kode QR menu stan 14". */
export function QrCode({ text, title }: { text: string; title: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={title}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#201a14" d={pathOf(data)} />
    </svg>
  );
}

export interface Part {
  name: string;
  value: string | { fileName: string; type: string; bytes: Buffer };
}

const BOUNDARY = 'batas-7f3c';

/** The content type of what `multipart` makes. */
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A form with files as a browser sends it (RFC 7578). */
export function multipart(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ name, value }) => {
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`;
    if (typeof value === 'string') return [Buffer.from(`${head}\r\n\r\n${value}\r\n`)];
    const fileName = value.fileName.replace(/["\r\n]/g, '%22');
    return [
      Buffer.from(`${head}; filename="${fileName}"\r\nContent-Type: ${value.type}\r\n\r\n`),
      value.bytes,
      Buffer.from('\r\n'),
    ];
  });
  return Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

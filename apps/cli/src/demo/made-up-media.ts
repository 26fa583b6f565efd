/** Real, small media files for made-up works. The mark makes each file another one. */

class BitWriter {
  private readonly bytes: number[] = [];
  private current = 0;
  private filled = 0;

  /** `code` is a text of 0 and 1. */
  put(code: string): void {
    for (const bit of code) {
      this.current = (this.current << 1) | (bit === '1' ? 1 : 0);
      if (++this.filled < 8) continue;
      this.bytes.push(this.current);
      if (this.current === 0xff) this.bytes.push(0);
      this.current = 0;
      this.filled = 0;
    }
  }

  end(): Buffer {
    while (this.filled !== 0) this.put('1');
    return Buffer.from(this.bytes);
  }
}

/** A segment of a JPEG; 0xfe is a comment. */
export const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** Steps of brightness and colour where a new stripe begins, by component. */
const STRIPES = [[-60, 20, -30], [40, -40, 50], [25, 30, -40], [35, -10, 20], [-50, 25, 30], [45, -30, -25], [-30, 20, 10]] as const;

/** A JPEG at 300 dpi of coloured stripes: long, but with nothing to store inside a stripe. Sizes are multiples of 8. */
export function jpeg(width: number, height: number, mark: string): Uint8Array {
  const scan = new BitWriter();
  const rows = height / 8;
  const turn = [...mark].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % STRIPES.length;
  for (let row = 0; row < rows; row++) {
    const stripe = Math.floor((row * STRIPES.length) / rows);
    const begins = row === 0 || stripe !== Math.floor(((row - 1) * STRIPES.length) / rows);
    for (let column = 0; column < width / 8; column++) {
      for (let component = 0; component < 3; component++) {
        const step = begins && column === 0 ? ((STRIPES[(stripe + turn) % STRIPES.length] as readonly number[])[component] ?? 0) : 0;
        if (step === 0) scan.put('0');
        else scan.put(`10${(step > 0 ? step : step + 127).toString(2).padStart(7, '0')}`);
        scan.put('0');
      }
    }
  }
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  const dc = Buffer.from([0x00, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]);
  const ac = Buffer.from([0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from([0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 300 >> 8, 300 & 255, 300 >> 8, 300 & 255, 0, 0])),
    segment(0xfe, Buffer.from(mark)),
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 8)])),
    segment(0xc0, frame), segment(0xc4, dc), segment(0xc4, ac),
    segment(0xda, Buffer.from([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])),
    scan.end(), Buffer.from([0xff, 0xd9]),
  ]);
}

const box = (name: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** An MP4 that says how long it is and shows nothing. */
export function mp4(seconds: number, mark: string): Uint8Array {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(seconds * 1000, 16);
  header.writeUInt32BE(0x00010000, 20);
  header.writeUInt16BE(0x0100, 24);
  for (const [at, value] of [[36, 0x00010000], [52, 0x00010000], [68, 0x40000000]] as const) header.writeUInt32BE(value, at);
  header.writeUInt32BE(1, 96);
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')), box('moov', box('mvhd', header)), box('free', Buffer.from(mark)), box('mdat')]);
}

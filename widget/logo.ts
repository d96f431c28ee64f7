// Draws the logo: two tally strokes joined by a bridge, as a PNG made from nothing but geometry.
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 128;
/** Samples per pixel and axis: smooth edges. */
const SAMPLES = 4;

type Color = readonly [red: number, green: number, blue: number];
const ground: Color = [27, 95, 196];
const mark: Color = [255, 255, 255];

/** The logo as PNG, the same bytes on every run. */
export function logoPng(): Uint8Array {
  const rows: Uint8Array[] = [];
  for (let y = 0; y < SIZE; y += 1) {
    const row = new Uint8Array(1 + SIZE * 4);
    for (let x = 0; x < SIZE; x += 1) row.set(pixel(x, y), 1 + x * 4);
    rows.push(row);
  }
  return png(Buffer.concat(rows));
}

/** RGBA of one pixel, by the share of its samples that lie on the ground and on the mark. */
function pixel(x: number, y: number): Uint8Array {
  let onGround = 0;
  let onMark = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const sx = x + ((i % SAMPLES) + 0.5) / SAMPLES;
    const sy = y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    if (inRoundedBox(sx, sy, 0, 0, SIZE, SIZE, 28)) onGround += 1;
    if (inMark(sx, sy)) onMark += 1;
  }
  const share = onGround === 0 ? 0 : onMark / onGround;
  const mixed = ground.map((from, i) => Math.round(from + ((mark[i] ?? 0) - from) * share));
  return Uint8Array.from([...mixed, Math.round((255 * onGround) / (SAMPLES * SAMPLES))]);
}

function inMark(x: number, y: number): boolean {
  const isPost = inRoundedBox(x, y, 36, 40, 48, 96, 6) || inRoundedBox(x, y, 80, 40, 92, 96, 6);
  const isDeck = inRoundedBox(x, y, 22, 58, 106, 70, 6);
  // The bridge's arch: a ring's upper half between the posts.
  const distance = Math.hypot(x - 64, y - 58);
  const isArch = y < 58 && distance > 22 && distance < 34;
  return isPost || isDeck || isArch;
}

function inRoundedBox(
  x: number,
  y: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
  radius: number,
): boolean {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

function png(scanlines: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  // 8 bits a channel, RGBA.
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(scanlines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

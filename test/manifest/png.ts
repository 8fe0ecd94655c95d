import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Opacity of a pixel, 0..255. */
  readonly alpha: (x: number, y: number) => number;
}

/** Reads an 8-bit RGB or RGBA PNG without interlacing, which is what a browser's screenshot is. */
export function readPng(file: Buffer): Pixels {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth, colour, , , interlace] = file.subarray(24, 29);
  if (depth !== 8 || (colour !== 6 && colour !== 2) || interlace !== 0) {
    throw new Error(
      `A PNG of depth ${depth}, colour type ${colour} and interlace ${interlace} is not read here.`,
    );
  }
  const samples = colour === 6 ? 4 : 3;
  const bytes = unfiltered(inflateSync(Buffer.concat(dataChunks(file))), width * samples, height, samples);
  return {
    width,
    height,
    alpha: (x, y) => (samples === 3 ? 255 : bytes[(y * width + x) * samples + 3]),
  };
}

function dataChunks(file: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      chunks.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    }
  }
  return chunks;
}

/** Undoes the five row filters of PNG (RFC 2083, section 6). */
function unfiltered(raw: Buffer, stride: number, height: number, samples: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x < samples ? 0 : out[y * stride + x - samples];
      const up = y === 0 ? 0 : out[(y - 1) * stride + x];
      const corner = x < samples || y === 0 ? 0 : out[(y - 1) * stride + x - samples];
      const predicted = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter];
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + predicted;
    }
  }
  return out;
}

function nearest(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(estimate - value));
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Writes numbers into bytes that grow, the small ones short. */
export interface ByteWriter {
  /** A whole number from 0 to 2^32 - 1; below 128 it takes one byte. */
  number(value: number): void;
  /** A whole number from -128 to 127. */
  small(value: number): void;
  float(value: number): void;
  text(value: string): void;
  bytes(): Uint8Array;
}

export interface ByteReader {
  number(): number;
  small(): number;
  float(): number;
  text(): string;
}

const FIRST_SIZE = 1 << 16;

/** An empty writer. */
export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(FIRST_SIZE);
  let length = 0;
  const room = (more: number) => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer);
    buffer = larger;
  };
  const number = (value: number) => {
    room(5);
    let rest = value;
    while (rest >= 128) {
      buffer[length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    buffer[length++] = rest;
  };
  return {
    number,
    small(value) {
      room(1);
      buffer[length++] = value & 0xff;
    },
    float(value) {
      room(4);
      new DataView(buffer.buffer).setFloat32(length, value, true);
      length += 4;
    },
    text(value) {
      const encoded = new TextEncoder().encode(value);
      number(encoded.length);
      room(encoded.length);
      buffer.set(encoded, length);
      length += encoded.length;
    },
    bytes: () => buffer.slice(0, length),
  };
}

/** Reads what a writer wrote, in the same order. Throws a RangeError where the bytes end too soon. */
export function byteReader(buffer: Uint8Array): ByteReader {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  let at = 0;
  const number = () => {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = view.getUint8(at++);
      value += (byte % 128) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  };
  return {
    number,
    small: () => view.getInt8(at++),
    float() {
      at += 4;
      return view.getFloat32(at - 4, true);
    },
    text() {
      const length = number();
      const part = new Uint8Array(buffer.buffer, buffer.byteOffset + at, length);
      if (part.length < length) throw new RangeError("The bytes end within a text.");
      at += length;
      return new TextDecoder().decode(part);
    },
  };
}

import { crc32, deflateRawSync } from "node:zlib";

/** A file for an archive; what is false about it makes the archive a trap. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isEncrypted?: boolean;
  readonly isLink?: boolean;
  /** Tells this size instead of the true one. */
  readonly claimedBytes?: number;
  /** Lies where the first file of the archive lies. */
  readonly overlapsFirst?: boolean;
  /** The name in bytes that are not UTF-8. */
  readonly rawName?: Uint8Array;
}

/** A ZIP of these files, written byte by byte so that it can be as wrong as a stranger's. */
export function zipOf(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.rawName ?? Buffer.from(file.name));
    const data = deflateRawSync(file.bytes);
    const facts = factsOf(file, data.length);
    const local = Buffer.concat([
      Buffer.from("PK\u0003\u0004"),
      numbers([20, facts.flags, 8, 0, 0]),
      facts.sizes,
      numbers([name.length, 0]),
      name,
    ]);
    const offset = file.overlapsFirst ? 0 : at;
    parts.push(local, data);
    at += local.length + data.length;
    directory.push(
      Buffer.concat([
        Buffer.from("PK\u0001\u0002"),
        numbers([(3 << 8) | 20, 20, facts.flags, 8, 0, 0]),
        facts.sizes,
        numbers([name.length, 0, 0, 0, 0]),
        longs([file.isLink ? 0o120777 * 0x10000 : 0o100644 * 0x10000, offset]),
        name,
      ]),
    );
  }
  const list = Buffer.concat(directory);
  const end = Buffer.concat([
    Buffer.from("PK\u0005\u0006"),
    numbers([0, 0, files.length, files.length]),
    longs([list.length, at]),
    numbers([0]),
  ]);
  return Buffer.concat([...parts, list, end]);
}

function factsOf(file: Packed, packed: number) {
  const sum = crc32 ? crc32(file.bytes) : checksum(file.bytes);
  return {
    flags: (file.isEncrypted ? 1 : 0) | (file.rawName ? 0 : 0x800),
    sizes: longs([sum, packed, file.claimedBytes ?? file.bytes.length]),
  };
}

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function numbers(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2);
  return buffer;
}

function longs(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value >>> 0, index * 4);
  return buffer;
}

/** A file that is attached to a message. */
export interface Attached {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly isInline?: boolean;
}

/** An e-mail with these attachments. */
export function messageOf(attachments: readonly Attached[], subject = "Documents"): Buffer {
  // A message inside a message must not end where the outer one does.
  const boundary = `part-${subject}`;
  const parts = attachments.map(({ name, type, bytes, isInline }) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: ${isInline ? "inline" : "attachment"}; filename="${name}"`,
      ...(type === "message/rfc822"
        ? ["", Buffer.from(bytes).toString("latin1")]
        : ["Content-Transfer-Encoding: base64", "", Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n")]),
    ].join("\r\n"),
  );
  const head = [
    "From: export@nordlicht.example",
    "To: desk@broker.example",
    `Subject: ${subject}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Please find the papers attached.",
  ].join("\r\n");
  return Buffer.from([head, ...parts, `--${boundary}--`, ""].join("\r\n"), "latin1");
}

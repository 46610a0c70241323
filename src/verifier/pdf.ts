/** A stream of more is no proof, and could be made to fill the memory. */
const MAX_STREAM = 20_000_000;
const MAX_STREAMS = 5_000;
/** A dictionary that is longer than this before its stream is not looked at whole. */
const MAX_DICTIONARY = 4_000;
const OPEN_BRACE = 0x7b;

/** Whether the bytes begin as a PDF does, within the first kilobyte as readers of PDF allow (ISO 32000-1, annex H). */
export function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 1_024)).includes("%PDF-");
}

/**
 * What of a PDF's streams can be JSON, those first that say they are attached files. Every stream is tried, for this is
 * simpler than what a PDF says of itself, and misses nothing when its tables are broken.
 */
export async function jsonInPdf(bytes: Uint8Array): Promise<Uint8Array[]> {
  const text = latin(bytes);
  const attached: Uint8Array[] = [];
  const others: Uint8Array[] = [];
  for (const { dictionary, from, to } of streamsOf(text)) {
    const raw = bytes.subarray(from, to);
    const content = /\/(?:FlateDecode|Fl)\b/.test(dictionary) ? await inflate(raw) : raw;
    if (content[0] !== OPEN_BRACE) continue;
    (dictionary.includes("/EmbeddedFile") ? attached : others).push(content);
  }
  return [...attached, ...others];
}

interface Stream {
  readonly dictionary: string;
  readonly from: number;
  readonly to: number;
}

function* streamsOf(text: string): Generator<Stream> {
  const begin = /\bstream(?:\r\n|\n|\r)/g;
  for (let count = 0; count < MAX_STREAMS; count++) {
    const found = begin.exec(text);
    if (!found) return;
    const from = begin.lastIndex;
    const object = text.lastIndexOf(" obj", found.index);
    const dictionary = text.slice(Math.max(object, found.index - MAX_DICTIONARY, 0), found.index);
    const to = endOf(text, dictionary, from);
    yield { dictionary, from, to };
    begin.lastIndex = to;
  }
}

/** Where the stream ends: where its length says, if its end stands there, else before the next end. */
function endOf(text: string, dictionary: string, from: number): number {
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  const said = from + Number(length ?? Number.NaN);
  if (/^\s{0,2}endstream/.test(text.slice(said, said + 12))) return said;
  const end = text.indexOf("endstream", from);
  return end === -1 ? text.length : from + text.slice(from, end).replace(/\r?\n$/, "").length;
}

/** What the bytes inflate to (zlib); as much as there is where they break off or something stands behind them. */
async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new DecompressionStream("deflate");
  const writer = stream.writable.getWriter();
  // That the stream is no zlib is seen where it is read.
  writer.write(bytes.slice()).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MAX_STREAM) return new Uint8Array();
      parts.push(value);
    }
  } catch {
    // What came before the fault is kept: if it is no whole proof, that is seen when it is read.
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Each byte as one character, so that places in the text are places in the bytes. */
function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

/** Values that are packed: JSON, and arrays of numbers as their bytes. */
const KINDS = {
  Float64Array,
  Int32Array,
  Int16Array,
  Int8Array,
  Uint8Array,
} as const;
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;

const MARK = "§array";
const NOT_FINITE = "§number";
const ALIGNED = 8;

/** Puts a value of plain objects, lists, texts, numbers and typed arrays into bytes; the same value gives the same bytes. */
export function pack(value: unknown): Uint8Array {
  const parts: Numbers[] = [];
  let size = 0;
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === "number" && !Number.isFinite(each)) return { [NOT_FINITE]: String(each) };
    const kind = kindOf(each);
    if (kind === null) return each;
    const numbers = each as Numbers;
    const start = size;
    parts.push(numbers);
    size += Math.ceil(numbers.byteLength / ALIGNED) * ALIGNED;
    return { [MARK]: [kind, start, numbers.length] };
  });
  const head = new TextEncoder().encode(text);
  const first = ALIGNED + Math.ceil(head.length / ALIGNED) * ALIGNED;
  const bytes = new Uint8Array(first + size);
  new DataView(bytes.buffer).setFloat64(0, head.length, true);
  bytes.set(head, ALIGNED);
  let at = first;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += Math.ceil(part.byteLength / ALIGNED) * ALIGNED;
  }
  return bytes;
}

/** The value that was packed. Throws a RangeError or a SyntaxError where the bytes are no packed value. */
export function unpack(bytes: Uint8Array): unknown {
  const copy = bytes.slice();
  const length = new DataView(copy.buffer).getFloat64(0, true);
  if (!Number.isSafeInteger(length) || length < 0 || length > copy.length) throw new RangeError("no packed value");
  const first = ALIGNED + Math.ceil(length / ALIGNED) * ALIGNED;
  const head = new TextDecoder().decode(copy.subarray(ALIGNED, ALIGNED + length));
  return JSON.parse(head, (_, each: unknown) => {
    if (typeof each !== "object" || each === null) return each;
    if (NOT_FINITE in each) return Number(each[NOT_FINITE]);
    if (!(MARK in each)) return each;
    const [kind, start, count] = each[MARK] as [Kind, number, number];
    return new KINDS[kind](copy.buffer, first + start, count).slice();
  });
}

function kindOf(value: unknown): Kind | null {
  const names = Object.keys(KINDS) as Kind[];
  return names.find((name) => value instanceof KINDS[name]) ?? null;
}

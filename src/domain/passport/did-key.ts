const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const KEY_BYTES = 32;
/** What says that an Ed25519 key follows: the multicodec 0xed as a varint. */
const PREFIX = [0xed, 0x01] as const;
/** No such key is longer; what is, is not looked at. */
const LONGEST = 60;

/** The Ed25519 key that a did:key names by itself; null where it names none. W3C CCG did:key method, section 3.1. */
export function keyOfDid(did: string): Uint8Array | null {
  const text = /^did:key:z([1-9A-HJ-NP-Za-km-z]+)$/.exec(did)?.[1] ?? "";
  if (text === "" || text.length > LONGEST) return null;
  let value = 0n;
  for (const character of text) value = value * 58n + BigInt(ALPHABET.indexOf(character));
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  const isKey = bytes.length === KEY_BYTES + PREFIX.length && bytes[0] === PREFIX[0] && bytes[1] === PREFIX[1];
  return isKey ? Uint8Array.from(bytes.slice(PREFIX.length)) : null;
}

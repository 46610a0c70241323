/** What a gate pass (核放单) says: the list that it refers to, the vehicle and its seal. */
export interface GatePassContent {
  readonly number: string;
  readonly listNumber: string;
  readonly vehicle: string;
  readonly seal: string;
}

const DIGEST_LENGTH = 12;

/** What of the hash stands on the paper: enough to tell a changed pass from a true one beside the register. */
export function shortDigest(sha256: string): string {
  return sha256.slice(0, DIGEST_LENGTH);
}

/** The text of the pass's QR code: its number and the digest, and nothing of the goods. */
export function passCode(number: string, digest: string): string {
  return `TWOGATE:${number}:${digest}`;
}

/**
 * Whether the vehicle left before goods that it carries were out of the book: an incident, for those were still bonded.
 * Takes the instants in milliseconds.
 */
export function leftTooEarly(leftAt: number, outAt: readonly number[]): boolean {
  return outAt.some((each) => leftAt < each);
}

/** `L` for a list, `P` for a pass or `D` for a destruction, the day, and the end of its id, which is drawn at random. */
export function paperNumber(letter: "L" | "P" | "D", day: string, id: string): string {
  return `${letter}-${day.replaceAll("-", "")}-${id.slice(-8).toUpperCase()}`;
}

import type { ClearanceEvent } from "../clearance/lifecycle";

/** Whose list of status codes a receipt uses: the retail messages of China, or UN/EDIFACT and the WCO Data Model. */
export const STATUS_PROFILES = ["ceb", "un"] as const;
export type StatusProfile = (typeof STATUS_PROFILES)[number];

/** What a status says, whatever its code. */
export const MEANINGS = [
  "stored_draft",
  "declaring",
  "sent_to_customs",
  "send_failed",
  "processing_error",
  "rejected",
  "received",
  "manual_review",
  "concluded",
  "inspection",
  "detained",
  "returned",
  "released",
  "closed",
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What a status code stands for. */
export interface ReceiptStatus {
  readonly code: string;
  readonly meaning: Meaning;
  /** The event that the clearance may be asked for; the lifecycle still decides whether it may happen. Null for none. */
  readonly event: ClearanceEvent | null;
  /** Whether the answered version of the message is at its end. */
  readonly isFinal: boolean;
  /** How far the message has come; a receipt of a lower rank never takes it back. */
  readonly rank: number;
}

type Row = readonly [
  code: string,
  meaning: Meaning,
  event: ClearanceEvent | null,
  isFinal: "final" | "open",
  rank: number,
];

/**
 * The receipts of the retail messages. Two public clients disagree on 120 and 300; the list with 120 "received by
 * customs" and 300 "manual review" is the one that others confirm, and the other would release what nobody released.
 * Field practice of 2018 on, not checked at source.
 */
const CEB: readonly Row[] = [
  ["1", "stored_draft", null, "open", 1],
  ["2", "declaring", null, "open", 2],
  ["3", "sent_to_customs", null, "open", 3],
  ["4", "send_failed", null, "open", 4],
  ["100", "rejected", null, "final", 100],
  ["120", "received", null, "open", 120],
  ["300", "manual_review", "lane_yellow", "open", 300],
  ["399", "concluded", null, "open", 399],
  ["500", "inspection", "lane_red", "open", 500],
  ["501", "detained", "hold_placed", "open", 501],
  ["502", "detained", "hold_placed", "open", 502],
  ["503", "detained", "hold_placed", "open", 503],
  ["599", "detained", "hold_placed", "open", 599],
  ["700", "returned", "entry_refused", "final", 700],
  ["800", "released", "release_granted", "final", 800],
  ["899", "closed", null, "final", 899],
];

/** Below zero the single window itself failed; the message is where it was, and comes again when it is sent again. */
const PROCESSING_ERROR: Omit<ReceiptStatus, "code"> = {
  meaning: "processing_error",
  event: null,
  isFinal: false,
  rank: 4,
};

/** UN/EDIFACT 7365, processing indicator (D.96B); field practice, not checked at source. */
const UN: readonly Row[] = [
  ["1", "received", null, "open", 120],
  ["3", "rejected", null, "final", 100],
  ["2", "rejected", null, "final", 100],
  ["6", "manual_review", "lane_yellow", "open", 300],
  ["5", "inspection", "lane_red", "open", 500],
  ["7", "detained", "hold_placed", "open", 599],
  ["4", "released", "release_granted", "final", 800],
];

const TABLES: Readonly<Record<StatusProfile, ReadonlyMap<string, ReceiptStatus>>> = {
  ceb: tableOf(CEB),
  un: tableOf(UN),
};

function tableOf(rows: readonly Row[]): ReadonlyMap<string, ReceiptStatus> {
  return new Map(
    rows.map(([code, meaning, event, isFinal, rank]) => [
      code,
      { code, meaning, event, isFinal: isFinal === "final", rank },
    ]),
  );
}

/** What a status code says; null for one that nobody knows, which is never taken for its neighbour. */
export function statusOf(profile: StatusProfile, code: string): ReceiptStatus | null {
  if (profile === "ceb" && /^-[1-9]\d*$/.test(code)) return { code, ...PROCESSING_ERROR };
  return TABLES[profile].get(code) ?? null;
}

/** The codes after which nothing more is to come. */
export function finalCodes(profile: StatusProfile): readonly string[] {
  return [...TABLES[profile].values()].filter(({ isFinal }) => isFinal).map(({ code }) => code);
}

/**
 * Moves to a lower rank that may happen: customs may reject whatever they have not yet settled, such as 300 → 100 after
 * a manual review. There are no others; what failed and is sent again is a new version with its own receipts.
 */
export const REGRESSIONS: Readonly<Record<StatusProfile, readonly (readonly [from: string, to: string])[]>> = {
  ceb: ["120", "300", "399", "500", "501", "502", "503", "599"].map((from) => [from, "100"]),
  un: ["1", "6", "5", "7"].flatMap((from) => [[from, "2"] as const, [from, "3"] as const]),
};

/** Final statuses that follow one another lawfully, the later of which counts; two others contradict each other. */
const SUCCESSIONS: Readonly<Record<StatusProfile, readonly (readonly [string, string])[]>> = {
  ceb: [["800", "899"]],
  un: [["2", "3"]],
};

/** Whether two final statuses cannot both be true. */
export function contradict(profile: StatusProfile, one: string, other: string): boolean {
  if (one === other) return false;
  return !SUCCESSIONS[profile].some(([a, b]) => (a === one && b === other) || (a === other && b === one));
}

/**
 * The code of another list with the same meaning. Null where that list has none: a detention is not turned into an
 * inspection because it is near.
 */
export function translateStatus(from: StatusProfile, code: string, to: StatusProfile): string | null {
  if (from === to) return code;
  const meaning = statusOf(from, code)?.meaning;
  const found = [...TABLES[to].values()].find((status) => status.meaning === meaning);
  return found?.code ?? null;
}

/** All codes of a list with what they say, for tables and tests. */
export function statusesOf(profile: StatusProfile): readonly ReceiptStatus[] {
  return [...TABLES[profile].values()];
}

import type { SentVersion } from "@/domain/message/apply-receipt";
import { NO_NUMBERS, type ReceiptMessage } from "@/domain/message/message";

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Two versions of one inventory list, the second sent an hour after the first. */
export const VERSIONS: readonly SentVersion[] = [
  { recordId: id(1), version: 1, of: "inventory", number: "COP1", sentAt: "2026-11-27T01:00:00.000Z" },
  { recordId: id(2), version: 2, of: "inventory", number: "COP1", sentAt: "2026-11-27T02:00:00.000Z" },
];

/** A receipt of the second version, `minute` minutes after it was sent. */
export function receipt(status: string, minute: number, given: Partial<ReceiptMessage> = {}): ReceiptMessage {
  return {
    kind: "receipt",
    of: "inventory",
    messageId: id(100 + minute),
    recordId: id(2),
    profile: "ceb",
    numbers: { ...NO_NUMBERS, ownNumber: "COP1", preEntryNumber: "B20261127000000001" },
    status,
    returnedAt: new Date(Date.parse("2026-11-27T02:00:00.000Z") + minute * 60_000).toISOString(),
    texts: [],
    ...given,
  };
}

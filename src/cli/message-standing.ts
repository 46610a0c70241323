import { wordOfKind, wordsOfMeaning } from "@/contracts/message-words";
import { applyReceipt, type KnownReceipt, type SentVersion, stateOf } from "@/domain/message/apply-receipt";
import type { Message, ReceiptMessage } from "@/domain/message/message";
import { statusOf } from "@/domain/message/receipt-status";
import { versionsOf } from "@/domain/message/sent-version";

/** Where each message that was sent stands by the receipts, in the order given, with what became of each. */
export function standings(all: readonly Message[]): readonly (readonly string[])[] {
  const receipts = all.filter((message) => message.kind === "receipt");
  if (receipts.length === 0) return [];
  return versionsOf(all).map((versions) => {
    const known = receipts
      .filter((receipt) => receipt.of === versions[0]?.of)
      .reduce<readonly KnownReceipt[]>((sofar, receipt) => applyReceipt(versions, sofar, receipt).known, []);
    return [...standing(versions, known), ...known.map(fate)];
  });
}

function standing(versions: readonly SentVersion[], known: readonly KnownReceipt[]): readonly string[] {
  const [first] = versions;
  if (!first) return [];
  const state = stateOf(versions, known);
  const profile = known[0]?.receipt.profile ?? "ceb";
  const words = state.contested
    ? `contested: its receipts contradict each other (${state.contested}); a person has to rule`
    : wordsOf(profile, state.standing?.status ?? null);
  return [`${wordOfKind(first.of, "en")} ${first.number}, version ${versions.length}, stands at: ${words}`];
}

function wordsOf(profile: ReceiptMessage["profile"], code: string | null): string {
  const status = code === null ? null : statusOf(profile, code);
  return status ? `${status.code}, ${wordsOfMeaning(status.meaning, "en")}` : "no receipt yet";
}

function fate({ receipt, decision }: KnownReceipt): string {
  const why = decision.quarantine ? ` (${decision.quarantine.replace(/_/g, " ")})` : "";
  return `  ${receipt.returnedAt} ${receipt.status}: ${decision.outcome.replace(/_/g, " ")}${why}`;
}

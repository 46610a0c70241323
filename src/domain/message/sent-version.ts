import type { SentVersion } from "./apply-receipt";
import type { DeclarationMessage, Message, RetailMessage } from "./message";

type SentMessage = RetailMessage | DeclarationMessage;

/** The number of ours under which a sent message is answered. */
function numberOf(message: SentMessage): string {
  switch (message.kind) {
    case "order":
      return message.head.orderNumber;
    case "payment":
      return message.head.paymentNumber;
    case "waybill":
      return message.head.waybillNumber;
    default:
      return message.head.ownNumber;
  }
}

function sentAt(message: SentMessage): string {
  const second = message.kind === "declaration" ? message.head.declaredAt : message.head.sentAt;
  return second.replace("Z", ".000Z");
}

/** Whether a message goes to the authority. */
function isSent(message: Message): message is SentMessage {
  return message.kind !== "receipt" && message.kind !== "schema_error" && message.kind !== "tax_bill";
}

/** The versions of each message among those that were sent, by the time at which each was; one list a number. */
export function versionsOf(messages: readonly Message[]): readonly (readonly SentVersion[])[] {
  const groups = new Map<string, SentMessage[]>();
  for (const message of messages.filter(isSent)) {
    const key = `${message.kind} ${numberOf(message)}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()].map((group) =>
    [...group]
      .sort((a, b) => (sentAt(a) < sentAt(b) ? -1 : 1))
      .map((message, index) => ({
        recordId: message.kind === "declaration" ? message.messageId : message.head.recordId,
        version: index + 1,
        of: message.kind,
        number: numberOf(message),
        sentAt: sentAt(message),
      })),
  );
}

import type { MessageCodec } from "@/application/message-codec";
import { checkMessage } from "@/domain/message/check-message";
import { fault, type MessageFault } from "@/domain/message/fault";
import type { Message } from "@/domain/message/message";
import { err, ok } from "@/domain/shared/result";
import { readCusdec, renderCusdec } from "./cusdec";
import { readCusres, renderCusres } from "./cusres";
import { readInterchange } from "./interchange";

/** Declarations and their responses in UN/EDIFACT D.96B. */
export const EDIFACT_CODEC: MessageCodec = {
  syntax: "edifact",
  render(message) {
    if (message.kind === "declaration") return renderCusdec(message);
    if (message.kind === "receipt") return renderCusres(message);
    return err([fault("no_place", "EDIFACT", "kind", { value: message.kind })]);
  },
  parse(bytes) {
    const read = readInterchange(bytes);
    if (!read.ok) return read;
    const faults: MessageFault[] = [];
    const messages = read.value.map(
      (each): Message => (each.type === "CUSDEC" ? readCusdec(each, faults) : readCusres(each, faults)),
    );
    const wrong = [
      ...faults,
      ...messages.flatMap((each, index) => checkMessage(read.value[index]?.type ?? "EDIFACT", each)),
    ];
    return wrong.length > 0 ? err(wrong) : ok(messages);
  },
};

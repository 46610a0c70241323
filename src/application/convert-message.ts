import { fault, type MessageFault } from "@/domain/message/fault";
import type { Message } from "@/domain/message/message";
import { translateReceipt } from "@/domain/message/translate-receipt";
import { err, ok, type Result } from "@/domain/shared/result";
import type { CodecOf, Syntax } from "./message-codec";

/**
 * A message in another syntax. A receipt is said in the status codes of that; what the syntax cannot say is refused, and
 * nothing is left out to make it fit.
 */
export function convertMessage(
  codecOf: CodecOf,
  message: Message,
  to: Syntax,
): Result<Uint8Array, readonly MessageFault[]> {
  const codec = codecOf(to, message.kind);
  if (!codec) return err([fault("no_place", to, "kind", { value: message.kind })]);
  const said = message.kind === "receipt" ? translateReceipt(message, to === "ceb" ? "ceb" : "un") : ok(message);
  return said.ok ? codec.render(said.value) : said;
}

import { z } from "zod";
import { createCodecs, syntaxOf } from "@/adapters/single-window/codec-of";
import { convertMessage } from "@/application/convert-message";
import type { Syntax } from "@/application/message-codec";
import { cebCodeSchema } from "@/contracts/ceb-codes";
import { fault, type MessageFault } from "@/domain/message/fault";
import type { Message } from "@/domain/message/message";
import { err, ok, type Result } from "@/domain/shared/result";
import rows from "../../prisma/reference/ceb-codes.json";

/** The codecs of all syntaxes, with the code lists that come with the product. */
export const codecOf = createCodecs(z.array(cebCodeSchema).parse(rows));

/** Reads the messages of a file in whichever of the syntaxes it is. */
export function readMessages(
  bytes: Uint8Array,
): Result<{ readonly syntax: Syntax; readonly messages: readonly Message[] }, readonly MessageFault[]> {
  const syntax = syntaxOf(bytes);
  const codec = syntax && codecOf(syntax, "receipt");
  if (!codec) return err([fault("unreadable", "message", "")]);
  const read = codec.parse(bytes);
  return read.ok ? ok({ syntax: codec.syntax, messages: read.value }) : read;
}

/** The messages alone, for whoever takes them in whichever syntax they are. */
export function readAnswers(bytes: Uint8Array): Result<readonly Message[], readonly MessageFault[]> {
  const read = readMessages(bytes);
  return read.ok ? ok(read.value.messages) : read;
}

/** A message in another syntax. */
export function convert(message: Message, to: Syntax): Result<Uint8Array, readonly MessageFault[]> {
  return convertMessage(codecOf, message, to);
}

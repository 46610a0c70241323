import type { MessageFault } from "@/domain/message/fault";
import type { Message, MessageKind } from "@/domain/message/message";
import type { Result } from "@/domain/shared/result";

/** The syntaxes in which authorities take and give messages. */
export const SYNTAXES = ["ceb", "edifact", "wco-json", "wco-xml"] as const;
export type Syntax = (typeof SYNTAXES)[number];

/** Writes and reads the messages of one syntax. What is written reads back as it was; what cannot is refused. */
export interface MessageCodec {
  readonly syntax: Syntax;
  /** The message in the bytes of its syntax, unsigned; or everything that keeps it from being written. */
  render(message: Message): Result<Uint8Array, readonly MessageFault[]>;
  /** The messages in the bytes, at least one; or everything that is wrong with them. Nothing is guessed or left out. */
  parse(bytes: Uint8Array): Result<readonly Message[], readonly MessageFault[]>;
}

/** The codec of a syntax for a kind of message; null where the syntax has no form for it. */
export type CodecOf = (syntax: Syntax, kind: MessageKind) => MessageCodec | null;

/** Reads what an authority sent, in whichever of the syntaxes it is. */
export type ReadAnswers = (bytes: Uint8Array) => Result<readonly Message[], readonly MessageFault[]>;

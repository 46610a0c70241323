import { fault, type MessageFault } from "@/domain/message/fault";
import { err, ok, type Result } from "@/domain/shared/result";

/** A day's lists are a few megabytes at most; more is not a message. */
const LIMIT_BYTES = 20 * 1024 * 1024;

/** The bytes as UTF-8, without a byte order mark; anything else is refused and not read as something near. */
export function decodeUtf8(bytes: Uint8Array, form: string): Result<string, readonly MessageFault[]> {
  if (bytes.byteLength > LIMIT_BYTES)
    return err([fault("unreadable", form, "", { value: `${bytes.byteLength} bytes`, expected: `${LIMIT_BYTES}` })]);
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return err([fault("character_set", form, "", { expected: "UTF-8" })]);
  }
}

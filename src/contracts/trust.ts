import { z } from "zod";
import type { Trust } from "@/domain/evidence/verify-bundle";
import { type HashBytes, toHex } from "@/domain/shared/bytes";
import { err, ok, type Result } from "@/domain/shared/result";
import { formatKey, type KeyKind, parseKey, type VerifierKey } from "@/domain/transparency/signed-note";

const MAX_WITNESSES = 64;
/** A key by C2SP signed-note: name, id and base64 with a plus between them. */
const keyLine = z.string().max(1_000);

/** The keys that somebody trusts, as a file that is handed over by another way than bundles are. */
const trustFile = z.strictObject({
  format: z.literal("twogate.trust/1"),
  log: keyLine,
  status: keyLine,
  witnesses: z.array(keyLine).max(MAX_WITNESSES),
  quorum: z.number().int().min(1).max(MAX_WITNESSES),
});

export interface TrustFault {
  readonly code: "not_json" | "not_trust" | "not_key" | "wrong_kind" | "key_twice" | "quorum_too_high";
  /** The key that it is about, such as `log` or `witnesses 2`; empty for the whole file. */
  readonly where: string;
}

/** Whether the content of a file says of itself that it is one of keys, whole or not. */
export function isTrustFile(text: string): boolean {
  const json = jsonOf(text);
  return typeof json === "object" && json !== null && "format" in json && json.format === "twogate.trust/1";
}

/** The file of these keys. */
export function formatTrust(sha256: HashBytes, { log, status, witnesses, quorum }: Trust): string {
  const lineOf = (key: VerifierKey) => formatKey(sha256, key);
  const file = {
    format: "twogate.trust/1",
    log: lineOf(log),
    status: lineOf(status),
    witnesses: witnesses.map(lineOf),
    quorum,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads a file of keys, or says what is wrong with it. No key may have two parts: who is log and witness at once would
 * vouch for itself. A file without witnesses is one whose bundles nobody else has seen.
 */
export function parseTrust(sha256: HashBytes, text: string): Result<Trust, TrustFault> {
  const json = jsonOf(text);
  if (json === undefined) return err({ code: "not_json", where: "" });
  const parsed = trustFile.safeParse(json);
  if (!parsed.success) return err({ code: "not_trust", where: parsed.error.issues[0]?.path.join(" ") ?? "" });
  const { log, status, witnesses, quorum } = parsed.data;
  const lines: readonly (readonly [string, string, KeyKind])[] = [
    ["log", log, "ed25519"],
    ["status", status, "ed25519"],
    ...witnesses.map((line, at) => [`witnesses ${at + 1}`, line, "cosignature"] as const),
  ];
  const keys = new Map<string, VerifierKey>();
  for (const [where, line, kind] of lines) {
    const key = parseKey(sha256, line);
    if (!key) return err({ code: "not_key", where });
    if (key.kind !== kind) return err({ code: "wrong_kind", where });
    const digits = toHex(key.publicKey);
    if (keys.has(digits)) return err({ code: "key_twice", where });
    keys.set(digits, key);
  }
  const [logKey, statusKey, ...witnessKeys] = [...keys.values()];
  if (!logKey || !statusKey) return err({ code: "not_trust", where: "" });
  const names = new Set(witnessKeys.map(({ name }) => name));
  if (quorum > Math.max(1, names.size)) return err({ code: "quorum_too_high", where: "quorum" });
  return ok({ log: logKey, status: statusKey, witnesses: witnessKeys, quorum });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

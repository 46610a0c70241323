import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { readBundle } from "@/contracts/evidence-bundle";
import { parseTrust } from "@/contracts/trust";
import { sentenceOf, sentenceOfLook, sentenceOfTrustFault, sentenceOfUnread } from "@/contracts/verdict-words";
import type { Language } from "@/contracts/words";
import { type Verdict, verifyBundle } from "@/domain/evidence/verify-bundle";

/** What this browser found by itself. */
export interface Found {
  readonly kind: Verdict["kind"] | "unreadable";
  readonly sentence: string;
  readonly looks: readonly { readonly sentence: string; readonly holds: boolean }[];
  readonly witnesses: readonly string[];
}

/** Checks a proof against keys, both as they came, with nothing but this browser. */
export function verifyHere(proof: Uint8Array, keys: Uint8Array, language: Language): Found {
  const nothing = { looks: [], witnesses: [] };
  const trust = parseTrust(evidenceTools.sha256, new TextDecoder().decode(keys));
  if (!trust.ok) return { kind: "unreadable", sentence: sentenceOfTrustFault(trust.error, language), ...nothing };
  const bundle = readBundle(proof);
  if (!bundle.ok) return { kind: "unreadable", sentence: sentenceOfUnread(bundle.error, language), ...nothing };
  const verdict = verifyBundle(evidenceTools, trust.value, bundle.value);
  return {
    kind: verdict.kind,
    sentence: sentenceOf(verdict, language),
    looks: verdict.looks.map((look) => ({ sentence: sentenceOfLook(look, language), holds: look.holds })),
    witnesses: verdict.witnesses,
  };
}

import { readBundle } from "@/contracts/evidence-bundle";
import { isTrustFile, parseTrust, type TrustFault } from "@/contracts/trust";
import type { UnreadFault } from "@/contracts/verdict-words";
import type { EvidenceBundle, Trust } from "@/domain/evidence/verify-bundle";
import { areEqual, type HashBytes } from "@/domain/shared/bytes";
import { isPdf, jsonInPdf } from "./pdf";

const MAX_FILE = 50_000_000;

/** What a given file turned out to be. */
export type Given =
  | { readonly kind: "trust"; readonly name: string; readonly trust: Trust }
  | { readonly kind: "bad_trust"; readonly name: string; readonly fault: TrustFault }
  | {
      readonly kind: "bundle";
      readonly name: string;
      readonly bundle: EvidenceBundle;
      /** Its place among the proofs that are attached to a PDF, from 1; null for a file that is one itself. */
      readonly attachment: number | null;
    }
  | { readonly kind: "unread"; readonly name: string; readonly fault: UnreadFault };

/** Reads a file by what is in it, whatever it is called. A PDF can carry several proofs. */
export async function readGiven(sha256: HashBytes, name: string, bytes: Uint8Array): Promise<Given[]> {
  if (bytes.length > MAX_FILE) return [{ kind: "unread", name, fault: "too_large" }];
  if (isPdf(bytes)) return readPdf(name, bytes);
  const text = new TextDecoder().decode(bytes);
  if (isTrustFile(text)) {
    const trust = parseTrust(sha256, text);
    return [trust.ok ? { kind: "trust", name, trust: trust.value } : { kind: "bad_trust", name, fault: trust.error }];
  }
  const read = readBundle(bytes);
  return [
    read.ok
      ? { kind: "bundle", name, bundle: read.value, attachment: null }
      : { kind: "unread", name, fault: read.error },
  ];
}

async function readPdf(name: string, bytes: Uint8Array): Promise<Given[]> {
  const found = await jsonInPdf(bytes);
  const different = found.filter((each, at) => found.findIndex((other) => areEqual(each, other)) === at);
  const read = different.map(readBundle);
  const bundles = read.flatMap((each) => (each.ok ? [each.value] : []));
  if (bundles.length > 0) return bundles.map((bundle, at) => ({ kind: "bundle", name, bundle, attachment: at + 1 }));
  const fault = read.map((each) => (each.ok ? null : each.error)).find((each) => each === "not_canonical");
  return [{ kind: "unread", name, fault: fault ?? "no_attachment" }];
}

import { wordsOfPaper } from "@/contracts/proof-words";
import { compareFields, sentenceOfStatus, titleOfField } from "@/contracts/verdict-words";
import type { Language } from "@/contracts/words";
import type { ReleaseState } from "@/domain/evidence/status-note";
import type { EvidenceBundle } from "@/domain/evidence/verify-bundle";
import { toHex } from "@/domain/shared/bytes";
import type { Paper } from "./printer";

interface Printed {
  readonly number: string;
  readonly bundle: EvidenceBundle;
  /** The bundle as a file, which goes inside of the paper. */
  readonly file: Uint8Array;
  /** How the release stood, and as of when. */
  readonly status: { readonly state: ReleaseState; readonly asOf: string };
  readonly keyLine: string;
  readonly digest: (bytes: Uint8Array) => Uint8Array;
}

/**
 * The proof of a release as a paper: what it shows, as of when it stood, and how it is checked. The proof itself is the
 * file inside of it; what is printed can be forged like any print, and says so.
 */
export function proofPaper({ number, bundle, file, status, keyLine, digest }: Printed, language: Language): Paper {
  const words = wordsOfPaper(language);
  const shown = [...bundle.statement.fields].sort((one, two) => compareFields(one.name, two.name));
  const left = Object.keys(bundle.statement.digests).length - shown.length;
  const sha256 = toHex(digest(file));
  return {
    title: `${words.title} ${number}`,
    language,
    at: new Date(status.asOf),
    foot: { text: `${words.title} ${number}`, pages: words.pages },
    parts: [
      { kind: "paragraph", text: sentenceOfStatus({ status }, language) ?? "", tone: "strong" },
      { kind: "paragraph", text: words.lead },
      { kind: "heading", level: 1, text: words.shown },
      { kind: "facts", rows: shown.map(({ name, value }) => [titleOfField(name, language) ?? name, value]) },
      ...(left > 0 ? [{ kind: "paragraph", text: words.leftOut(left), tone: "quiet" } as const] : []),
      { kind: "heading", level: 1, text: words.check },
      { kind: "paragraph", text: words.how },
      { kind: "qr", text: `twogate-proof:1:${number}:${sha256}`, caption: words.caption },
      {
        kind: "facts",
        rows: [
          [words.hash, sha256],
          [words.key, keyLine],
        ],
      },
    ],
    attachments: [{ name: `${number}.json`, mediaType: "application/json", bytes: file, description: words.attached }],
  };
}

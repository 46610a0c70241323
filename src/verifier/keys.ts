import { visible } from "@/contracts/verdict-words";
import type { Trust } from "@/domain/evidence/verify-bundle";
import { type HashBytes, toHex } from "@/domain/shared/bytes";
import type { VerifierKey } from "@/domain/transparency/signed-note";
import { h } from "./dom";
import { fill, type Words } from "./words";

export interface Keys {
  readonly trust: Trust | null;
  /** The file that they came from; null when they came with the page. */
  readonly file: string | null;
}

/** Whom the reader believes, with fingerprints to compare and where they come from. */
export function drawKeys(
  sha256: HashBytes,
  { trust, file }: Keys,
  words: Words,
  back: (() => void) | null,
): HTMLElement {
  if (!trust) return h("div", { class: "keys" }, h("p", { class: "no-keys" }, words.keysNone));
  const rows: readonly (readonly [string, VerifierKey])[] = [
    [words.log, trust.log],
    [words.status, trust.status],
    ...trust.witnesses.map((key) => [words.witness, key] as const),
  ];
  const names = new Set(trust.witnesses.map(({ name }) => name));
  const again = back && h("button", { type: "button" }, words.useOwn);
  if (back) again?.addEventListener("click", back);
  return h(
    "div",
    { class: "keys" },
    h(
      "p",
      { class: "from" },
      file === null ? words.keysFromPage : fill(words.keysFromFile, { name: visible(file) }),
      again,
    ),
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h("tr", {}, ...[words.role, words.owner, words.fingerprint].map((head) => h("th", { scope: "col" }, head))),
      ),
      h("tbody", {}, ...rows.map(([role, key]) => drawKey(sha256, role, key, words))),
    ),
    h("p", {}, names.size === 0 ? words.quorumNone : fill(words.quorum, { quorum: trust.quorum, count: names.size })),
    h("p", { class: "hint" }, words.keysHint),
  );
}

function drawKey(sha256: HashBytes, role: string, { name, publicKey }: VerifierKey, words: Words): HTMLElement {
  const digits = toHex(sha256(publicKey)).match(/.{4}/g) ?? [];
  return h(
    "tr",
    {},
    h("th", { scope: "row", "data-head": words.role }, role),
    h("td", { "data-head": words.owner }, h("bdi", {}, visible(name))),
    h("td", { "data-head": words.fingerprint }, h("span", { class: "fingerprint" }, digits.join(" "))),
  );
}

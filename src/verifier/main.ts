import "./no-code-from-text";

import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { formatBundle } from "@/contracts/evidence-bundle";
import { parseTrust } from "@/contracts/trust";
import { sentenceOfTrustFault, visible } from "@/contracts/verdict-words";
import type { Language } from "@/contracts/words";
import { type EvidenceBundle, redact } from "@/domain/evidence/verify-bundle";
import { h } from "./dom";
import { drawKeys, type Keys } from "./keys";
import { type Given, readGiven } from "./read-file";
import { drawResult } from "./result";
import { fill, languageOf, WORDS } from "./words";

type Proof = Exclude<Given, { kind: "trust" | "bad_trust" }>;

const own = parseTrust(evidenceTools.sha256, document.getElementById("trust")?.textContent ?? "");
const OWN: Keys = { trust: own.ok ? own.value : null, file: null };

let language: Language = languageOf(navigator.languages);
let keys = OWN;
let proofs: readonly Proof[] = [];
let said = "";

const place = (id: string) => document.getElementById(id) ?? document.body;
const input = place("files") as HTMLInputElement;

input.addEventListener("change", () => {
  void take(input.files ?? []).then(() => (input.value = ""));
});
for (const kind of ["dragover", "dragenter", "dragleave", "drop"])
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.body.classList.toggle("dropping", kind === "dragover" || kind === "dragenter");
  });
document.addEventListener("drop", (event) => void take(event.dataTransfer?.files ?? []));
for (const each of ["en", "zh"] as const)
  place(`speak-${each}`).addEventListener("click", () => {
    language = each;
    said = "";
    draw();
  });
place("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  draw();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
draw();

/** Takes what was given: keys replace those before, proofs are checked and stand above those before. */
async function take(files: Iterable<File>): Promise<void> {
  const given: Given[] = [];
  for (const file of files) given.push(...(await read(file)));
  said = "";
  const fresh: Proof[] = [];
  for (const each of given) {
    if (each.kind === "trust") {
      keys = { trust: each.trust, file: each.name };
      said = fill(WORDS[language].keysReplaced, { name: visible(each.name) });
    } else if (each.kind === "bad_trust") said = sentenceOfTrustFault(each.fault, language);
    else fresh.push(each);
  }
  proofs = [...fresh, ...proofs];
  draw();
  // Who does not see the page hears the verdict first.
  if (fresh.length > 0) document.querySelector<HTMLElement>("#results h3")?.focus();
}

async function read(file: File): Promise<readonly Given[]> {
  try {
    return await readGiven(evidenceTools.sha256, file.name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    // A folder, or a file that is gone since it was chosen.
    return [{ kind: "unread", name: file.name, fault: "not_text" }];
  }
}

function draw(): void {
  const words = WORDS[language];
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `${words.title} · Twogate`;
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]"))
    element.textContent = words[element.dataset.word as keyof typeof words];
  for (const each of ["en", "zh"]) place(`speak-${each}`).setAttribute("aria-pressed", String(each === language));
  place("languages").setAttribute("aria-label", words.language);
  place("theme").textContent = isDark() ? words.light : words.dark;
  place("said").textContent = said;
  const common = { tools: evidenceTools, trust: keys.trust, keysFrom: keys.file, language, words, save };
  const results = proofs.map((proof) => drawResult(proof, { ...common, remove: () => drop(proof) }));
  place("results").replaceChildren(...results);
  place("verdicts").hidden = results.length === 0;
  const back = keys.file !== null && OWN.trust !== null ? useOwn : null;
  place("keys").replaceChildren(drawKeys(evidenceTools.sha256, keys, words, back));
}

function useOwn(): void {
  keys = OWN;
  said = WORDS[language].keysBack;
  draw();
}

function drop(proof: Proof): void {
  proofs = proofs.filter((each) => each !== proof);
  draw();
  input.focus();
}

/** Hands the reader the proof without these fields, as a file. */
function save(bundle: EvidenceBundle, leftOut: readonly string[]): void {
  const name = "release-proof-redacted.json";
  const blob = new Blob([formatBundle(redact(bundle, leftOut))], { type: "application/json" });
  const href = URL.createObjectURL(blob);
  h("a", { href, download: name }).click();
  // Browsers begin to save after the click was handled.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
  place("said").textContent = fill(WORDS[language].saved, { name });
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

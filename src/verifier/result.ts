import {
  compareFields,
  instantOf,
  sentenceOf,
  sentenceOfLook,
  sentenceOfStatus,
  sentenceOfUnread,
  titleOfField,
  visible,
} from "@/contracts/verdict-words";
import type { Language } from "@/contracts/words";
import type { EvidenceBundle, Look, Trust, Verdict } from "@/domain/evidence/verify-bundle";
import { verifyBundle } from "@/domain/evidence/verify-bundle";
import type { Tools } from "@/domain/transparency/checkpoint";
import { event as englishEvents } from "@/messages/en.json";
import { event as chineseEvents } from "@/messages/zh.json";
import { h, type Sign, sign } from "./dom";
import type { Given } from "./read-file";
import { fill, type Words } from "./words";

const EVENTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: englishEvents, zh: chineseEvents };

type Tone = "green" | "amber" | "red" | "grey";
const TONES: Readonly<Record<Verdict["kind"], readonly [Tone, Sign]>> = {
  true: ["green", "yes"],
  unwitnessed: ["amber", "unsure"],
  false: ["red", "no"],
};

/** What a result is drawn with. */
export interface Drawing {
  readonly tools: Tools;
  readonly trust: Trust | null;
  /** The file that the keys came from; null when they came with the page. */
  readonly keysFrom: string | null;
  readonly language: Language;
  readonly words: Words;
  readonly remove: () => void;
  readonly save: (bundle: EvidenceBundle, leftOut: readonly string[]) => void;
}

/** A given file with its verdict; null for what is no proof and claims to be none. */
export function drawResult(given: Exclude<Given, { kind: "trust" | "bad_trust" }>, drawing: Drawing): HTMLElement {
  const { words, language, trust, tools, keysFrom } = drawing;
  const name = nameOf(given, words);
  if (given.kind === "unread")
    return card({ name, tone: "red", mark: "no", sentence: sentenceOfUnread(given.fault, language) }, drawing);
  if (!trust)
    return card({ name, tone: "grey", mark: "open", sentence: words.pending }, drawing, h("p", {}, words.noKeys));
  const verdict = verifyBundle(tools, trust, given.bundle);
  const [tone, mark] = TONES[verdict.kind];
  const note = { true: words.holdsNote, unwitnessed: words.unwitnessedNote, false: words.falseNote }[verdict.kind];
  return card(
    { name, tone, mark, sentence: sentenceOf(verdict, language) },
    drawing,
    h("p", { class: "note" }, note),
    // Who sends a false proof may send keys with it.
    keysFrom !== null && h("p", { class: "note" }, fill(words.otherKeys, { name: visible(keysFrom) })),
    given.attachment !== null && h("p", { class: "note" }, words.pdfNote),
    drawFacts(verdict, drawing),
    drawFields(given.bundle, verdict, drawing),
    drawEntries(given.bundle, drawing),
    drawLooks(verdict, drawing),
  );
}

function nameOf(given: Given, words: Words): string {
  const name = visible(given.name);
  return given.kind === "bundle" && given.attachment !== null
    ? fill(words.attachment, { name, number: given.attachment })
    : name;
}

interface Head {
  readonly name: string;
  readonly tone: Tone;
  readonly mark: Sign;
  readonly sentence: string;
}

function card({ name, tone, mark, sentence }: Head, { words, remove }: Drawing, ...rest: readonly (Node | false)[]) {
  const button = h(
    "button",
    { type: "button", class: "quiet", "aria-label": fill(words.removeOf, { name }) },
    words.remove,
  );
  button.addEventListener("click", remove);
  return h(
    "article",
    { class: `result ${tone}` },
    h(
      "header",
      {},
      sign(mark),
      h("div", {}, h("h3", { tabindex: "-1" }, ...unbroken(sentence)), h("p", { class: "file" }, h("bdi", {}, name))),
      button,
    ),
    rest.some(Boolean) && h("div", { class: "inside" }, ...rest),
  );
}

/** A sentence in which an instant stays on one line. */
function unbroken(sentence: string): (Node | string)[] {
  const parts = sentence.split(/(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC)/);
  return parts.map((part, at) => (at % 2 === 1 ? h("span", { class: "whole" }, part) : part));
}

function drawFacts(verdict: Verdict, { words, language }: Drawing): HTMLElement {
  const { witnesses } = verdict;
  const state = sentenceOfStatus(verdict, language) ?? words.unknownState;
  return h(
    "dl",
    { class: "facts" },
    h("div", {}, h("dt", {}, words.state), h("dd", {}, state)),
    h(
      "div",
      {},
      h("dt", {}, words.seenBy),
      h("dd", {}, witnesses.length === 0 ? words.nobody : witnesses.map(visible).join(", ")),
    ),
  );
}

function drawFields(bundle: EvidenceBundle, { shown, redacted, looks, kind }: Verdict, drawing: Drawing): HTMLElement {
  const { words, save } = drawing;
  const canLeaveOut = kind !== "false" && shown.length > 0;
  const ticks: HTMLInputElement[] = [];
  const stated = new Set(
    looks.flatMap(({ check, where, holds }) => (check === "fields_stated" && holds ? [where] : [])),
  );
  const inOrder = [...shown].sort((one, two) => compareFields(one.name, two.name));
  const rows = inOrder.map(({ name, value }) => {
    const isStated = stated.has(name);
    const label = fill(words.leaveOutOf, { name: visible(name) });
    const tick = h("input", { type: "checkbox", value: name, "aria-label": label }) as HTMLInputElement;
    ticks.push(tick);
    return h(
      "tr",
      { class: isStated ? "" : "bad" },
      drawName(name, drawing),
      h(
        "td",
        {},
        h("bdi", { class: "value" }, visible(value)),
        !isStated && h("strong", { class: "flag" }, sign("no"), words.doctored),
      ),
      canLeaveOut && h("td", { class: "tick" }, tick),
    );
  });
  const leftOut = [...redacted]
    .sort(compareFields)
    .map((name) =>
      h(
        "tr",
        { class: "left-out" },
        drawName(name, drawing),
        h("td", {}, h("em", {}, words.leftOut)),
        canLeaveOut && h("td", { class: "tick" }),
      ),
    );
  const button = h("button", { type: "button", disabled: true }, words.save) as HTMLButtonElement;
  const ticked = () => ticks.filter(({ checked }) => checked).map(({ value }) => value);
  for (const tick of ticks) tick.addEventListener("change", () => (button.disabled = ticked().length === 0));
  button.addEventListener("click", () => save(bundle, ticked()));
  const heads = [words.name, words.value, ...(canLeaveOut ? [words.leaveOut] : [])];
  return h(
    "section",
    {},
    h("h4", {}, words.fields),
    h(
      "table",
      { class: "fields" },
      h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, ...rows, ...leftOut),
    ),
    canLeaveOut && h("div", { class: "save" }, button, h("span", { class: "hint" }, words.saveHint)),
  );
}

/** What the field is called, with the name below it under which it was stated. */
function drawName(name: string, { language }: Drawing): HTMLElement {
  const title = titleOfField(name, language);
  const stated = h("bdi", { class: title === null ? "" : "stated" }, visible(name));
  return h("th", { scope: "row" }, title !== null && h("span", {}, title), stated);
}

function drawEntries({ entries }: EvidenceBundle, { words, language }: Drawing): HTMLElement {
  const heads = [words.entry, words.at, words.what, words.actor];
  return h(
    "section",
    {},
    h("h4", {}, words.entries),
    h(
      "table",
      { class: "entries" },
      h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
      h(
        "tbody",
        {},
        ...entries.map(({ entry: { at, kind, actor } }, place) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, String(place + 1)),
            h("td", {}, visible(/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at) ? instantOf(at) : at)),
            h("td", {}, Object.hasOwn(EVENTS[language], kind) ? (EVENTS[language][kind] ?? "") : visible(kind)),
            h("td", {}, h("bdi", {}, visible(actor))),
          ),
        ),
      ),
    ),
  );
}

function drawLooks({ looks }: Verdict, { words, language }: Drawing): HTMLElement {
  const draw = (look: Look) =>
    h(
      "li",
      { class: look.holds ? "yes" : "no" },
      sign(look.holds ? "yes" : "no"),
      h("span", { class: "unseen" }, look.holds ? words.held : words.failed),
      h("span", {}, sentenceOfLook(look, language)),
    );
  const held = looks.filter(({ holds }) => holds);
  const failed = looks.filter(({ holds }) => !holds);
  const sum =
    failed.length === 0
      ? fill(words.allHold, { count: looks.length })
      : fill(words.someFail, { failed: failed.length, count: looks.length });
  return h(
    "section",
    { class: "looks" },
    h("h4", {}, words.looks),
    h("p", {}, sum),
    failed.length > 0 && h("ul", {}, ...failed.map(draw)),
    held.length > 0 &&
      h("details", {}, h("summary", {}, fill(words.showHeld, { count: held.length })), h("ul", {}, ...held.map(draw))),
  );
}

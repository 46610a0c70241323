import { createHash } from "node:crypto";
import type { Language } from "@/contracts/words";
import type { Answer } from "./route";
import { STYLE } from "./style";
import { words } from "./words";

const STYLE_HASH = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

/** A page may load nothing, run nothing, be framed by nobody, and use the one style that was written with it. */
export const PAGE_POLICY = `default-src 'none'; style-src ${STYLE_HASH}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML has it, also between quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** Markup, made by `html` from text that was escaped. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | null | readonly Markup[];

/** HTML in which everything that is put in is text, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const written = parts.map((part) => {
    if (part === null) return "";
    if (typeof part === "string" || typeof part === "number") return escaped(String(part));
    return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
  });
  return { markup: strings.reduce((whole, string, at) => `${whole}${written[at - 1] ?? ""}${string}`) };
}

/** Markup that something else made, such as a picture. */
export function trusted(markup: string): Markup {
  return { markup };
}

interface Page {
  readonly language: Language;
  readonly title: string;
  /** Where the page is, for the link to the other language. */
  readonly path: string;
  readonly body: Markup;
}

/** A whole page: one column, its style within it, no script, and the other language one link away. */
export function shell({ language, title, path, body }: Page): string {
  const other = language === "en" ? "zh" : "en";
  const { markup } =
    html`<html lang="${language === "zh" ? "zh-Hans" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title>${trusted(`<style>${STYLE}</style>`)}</head><body><header><span class="mark">Twogate</span><a href="${path}?lang=${other}" hreflang="${other === "zh" ? "zh-Hans" : "en"}" lang="${other === "zh" ? "zh-Hans" : "en"}">${words(other).name}</a></header><main>${body}</main></body></html>`;
  return `<!doctype html>${markup}`;
}

/** A page as it is answered. */
export function htmlAnswer(page: string, tags: readonly string[], status = 200): Answer {
  return {
    ...{ status, body: page, tags },
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": PAGE_POLICY,
      "cache-control": status === 200 ? "public, max-age=5" : "no-store",
      vary: "Accept-Language, Accept-Encoding",
    },
  };
}

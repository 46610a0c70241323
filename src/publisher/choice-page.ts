import type { PublishedPassport } from "@/application/published";
import type { Language } from "@/contracts/words";
import { html, shell } from "./page";
import { words } from "./words";

/** Several brokers state passports of the same goods; which of them is meant, the reader says. */
export function choicePage(found: readonly PublishedPassport[], language: Language, path: string): string {
  const w = words(language);
  const items = found.map(
    ({ publicId, content }) =>
      html`<li><b><a href="/passports/${publicId}?lang=${language}">${content.name}</a></b><br><small>${content.producer.name}</small></li>`,
  );
  return shell({ language, path, title: w.choose, body: html`<h2>${w.choose}</h2><ul>${items}</ul>` });
}

/** What is said where there is nothing to show. */
export function emptyPage(what: "missing" | "busy" | "many", language: Language, path: string): string {
  const { title, sentence, advice } = words(language)[what];
  return shell({
    ...{ language, path, title },
    body: html`<div class="standing warn"><svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" fill-rule="evenodd" d="M12 2a10 10 0 100 20 10 10 0 000-20zm-1.300 5h2.600v7h-2.600zm0 8.500h2.600v2.500h-2.600z"/></svg><h1>${title}</h1><p>${sentence}</p><p class="advice">${advice}</p></div>`,
  });
}

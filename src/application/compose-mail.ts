import { type NoticeText, placeOfNotice, wordsOfMail, wordsOfNotice } from "@/contracts/notice-words";
import type { MailLanguage, NoticeRecord } from "./notice-record";

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** So many are written out; of the rest the number is said. */
const MOST_LINES = 50;

/** The e-mail of what a person is told: one thing, or several in the order in which they happened. */
export function composeMail(notices: readonly NoticeRecord[], language: MailLanguage, baseUrl: string): MailWords {
  const words = wordsOfMail(language);
  const at = (path: string) => new URL(path, baseUrl).href;
  const lines = notices.slice(0, MOST_LINES).map(
    (notice): Line => ({
      ...wordsOfNotice(notice, language),
      link: at(placeOfNotice(notice)),
      when: whenOf(notice.at, language),
    }),
  );
  const [only] = lines;
  const subject = lines.length === 1 && only ? only.title : words.digest(notices.length);
  const more = notices.length > lines.length ? words.more(notices.length - lines.length) : null;
  const settings = at("/account#notifications");
  const text = [
    ...lines.flatMap(({ title, detail, link, when }) => [`${when}  ${title}`, detail, link, ""]),
    ...(more ? [more, at("/notifications"), ""] : []),
    `${words.why} ${settings}`,
    "",
  ].join("\n");
  return { subject: `Twogate: ${subject}`, text, html: htmlOf(lines, { language, more, why: words.why, settings }) };
}

interface Line extends NoticeText {
  readonly link: string;
  readonly when: string;
}

interface Around {
  readonly language: MailLanguage;
  readonly more: string | null;
  readonly why: string;
  readonly settings: string;
}

function htmlOf(lines: readonly Line[], { language, more, why, settings }: Around): string {
  const items = lines.map(
    ({ title, detail, link, when }) =>
      `<li style="margin:0 0 16px"><a href="${escaped(link)}">${escaped(title)}</a><br>${escaped(detail)}<br><small>${escaped(when)}</small></li>`,
  );
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.5">`,
    `<ul style="list-style:none;padding:0">${items.join("")}</ul>`,
    more ? `<p>${escaped(more)}</p>` : "",
    `<p><small><a href="${escaped(settings)}">${escaped(why)}</a></small></p></body></html>`,
  ].join("");
}

/** What comes from records is text, whatever it holds. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The moment at the customs office, to the minute. */
function whenOf(at: Date, language: MailLanguage): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Shanghai",
  }).format(at);
}

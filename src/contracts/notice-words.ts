import type { NoticeKind } from "@/domain/notice/kinds";
import english from "./messages/notices.en.json";
import chinese from "./messages/notices.zh.json";
import type { Language } from "./words";

export interface NoticeText {
  readonly title: string;
  readonly detail: string;
}

type Named = Readonly<Record<string, string>>;

interface Catalogue {
  readonly kind: Readonly<Record<NoticeKind, NoticeText>>;
  readonly stage: Named;
  readonly lane: Named;
  readonly state: Named;
  readonly mail: { readonly digest: string; readonly more: string; readonly why: string };
}

const WORDS: Readonly<Record<Language, Catalogue>> = { en: english, zh: chinese };

interface Noticed {
  readonly kind: NoticeKind;
  readonly facts: Readonly<Record<string, string>>;
}

/** What a notice says, the same on the screen and in an e-mail: what happened, and what to do about it. */
export function wordsOfNotice({ kind, facts }: Noticed, language: Language): NoticeText {
  const words = WORDS[language];
  const named: Record<string, string> = { ...facts };
  for (const part of ["stage", "lane", "state"] as const) {
    const code = facts[part];
    if (code !== undefined) named[part] = words[part][code] ?? code;
  }
  const { title, detail } = words.kind[kind];
  return { title: fill(title, named), detail: fill(detail, named) };
}

/** The words around what an e-mail tells. */
export function wordsOfMail(language: Language) {
  const { digest, more, why } = WORDS[language].mail;
  return {
    digest: (count: number) => fill(digest, { count: String(count) }),
    more: (count: number) => fill(more, { count: String(count) }),
    why,
  };
}

/** What is not known is left out, and the text reads on. */
function fill(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => parameters[name] ?? "–");
}

interface Placed {
  readonly kind: NoticeKind;
  readonly subjectId: string;
  readonly shipmentId: string | null;
}

/** Where the subject of a notice is found. */
export function placeOfNotice({ kind, subjectId, shipmentId }: Placed): string {
  switch (kind) {
    case "case_waiting":
    case "question_answered":
      return subjectId === shipmentId ? "/compliance/reviews" : `/compliance/reviews/${subjectId}`;
    case "alert_raised":
      return `/compliance/alerts/${subjectId}`;
    case "message_failed":
    case "message_unanswered":
      return `/broker/messages/${subjectId}`;
    case "answer_quarantined":
      return "/broker/messages/quarantine";
    case "permit_expiring":
      return "/broker/permits?list=ending";
    case "guarantee_short":
      return "/broker/money";
    case "aeo_review_due":
    case "aeo_application":
      return `/broker/aeo/${subjectId}`;
    case "authorisation_expiring":
      return "/admin/aeo";
    case "log_incident":
      return "/admin/log";
    case "job_dead":
      return "/admin/jobs";
    case "return_ending":
      return "/broker/returns";
    default:
      return `/broker/shipments/${shipmentId ?? subjectId}`;
  }
}

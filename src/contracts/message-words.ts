import type { FaultCode, MessageFault } from "@/domain/message/fault";
import type { MessageKind } from "@/domain/message/message";
import type { Meaning } from "@/domain/message/receipt-status";
import english from "./messages/messages.en.json";
import chinese from "./messages/messages.zh.json";
import type { Language } from "./words";

interface MessageWords {
  readonly fault: Readonly<Record<FaultCode, string>>;
  readonly mend: string;
  readonly kind: Readonly<Record<MessageKind, string>>;
  readonly meaning: Readonly<Record<Meaning, string>>;
}

const WORDS: Readonly<Record<Language, MessageWords>> = { en: english, zh: chinese };

/** `CEB621: lines/1/unit is “GLL”, for which … It comes from declaration.lines/1/unit: mend it there.` */
export function describeMessageFault(fault: MessageFault, language: Language): string {
  const { fault: faults, mend } = WORDS[language];
  const { form, field, from, value, expected } = fault;
  const filled = fill(faults[fault.code], {
    field: field || form,
    value: value ?? "–",
    expected: expected ?? "–",
    mend: from === null || from === "form" ? "" : fill(mend, { from }),
  });
  return `${form}: ${filled}`.trim();
}

/** What a message is. */
export function wordOfKind(kind: MessageKind, language: Language): string {
  return WORDS[language].kind[kind];
}

/** What a status says. */
export function wordsOfMeaning(meaning: Meaning, language: Language): string {
  return WORDS[language].meaning[meaning];
}

/** All in one pass, so that a value that looks like a place for another is not filled again. */
function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

import type { ReceiptText } from "@/domain/message/message";

/** `[Code:2600;Desc:放行]`, one after the other, or words without a code. */
const PART = /\[Code:([^;[\]]+);Desc:(.*?)\](?=\[Code:[^;[\]]+;Desc:|$)/gs;

/** Takes the information of a receipt apart; what has not the form of codes stays one text, as it was. */
export function parseReturnInfo(info: string): readonly ReceiptText[] {
  if (info === "") return [];
  const parts = [...info.matchAll(PART)];
  const isWhole = parts.map(([whole]) => whole).join("") === info;
  if (!isWhole) return [{ code: null, text: info, at: null }];
  return parts.map(([, code = "", text = ""]) => ({ code, text, at: null }));
}

/** The information of a receipt in one line; null where it would not read back as it was. */
export function formatReturnInfo(texts: readonly ReceiptText[]): string | null {
  const info = texts.map(({ code, text }) => (code === null ? text : `[Code:${code};Desc:${text}]`)).join("");
  const back = parseReturnInfo(info);
  return JSON.stringify(back) === JSON.stringify(texts.map(({ code, text, at }) => ({ code, text, at }))) ? info : null;
}

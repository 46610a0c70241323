import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import issuesEn from "@/contracts/messages/issues.en.json";
import issuesZh from "@/contracts/messages/issues.zh.json";
import messageWordsEn from "@/contracts/messages/messages.en.json";
import messageWordsZh from "@/contracts/messages/messages.zh.json";
import reasonsEn from "@/contracts/messages/reasons.en.json";
import reasonsZh from "@/contracts/messages/reasons.zh.json";
import rejectionsEn from "@/contracts/messages/rejections.en.json";
import rejectionsZh from "@/contracts/messages/rejections.zh.json";
import en from "@/messages/en.json";
import zh from "@/messages/zh.json";

const CATALOGUES = {
  en: { ...en, messageWords: messageWordsEn, issues: issuesEn, reasons: reasonsEn, rejections: rejectionsEn },
  zh: { ...zh, messageWords: messageWordsZh, issues: issuesZh, reasons: reasonsZh, rejections: rejectionsZh },
} as const;

/** The language of the request: the one that was chosen, else the one that the browser asks for. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get("locale")?.value;
  const asked = (await headers()).get("accept-language") ?? "";
  const locale = chosen === "zh" || chosen === "en" ? chosen : asked.toLowerCase().startsWith("zh") ? "zh" : "en";
  return { locale, messages: CATALOGUES[locale], timeZone: "Asia/Shanghai" };
});

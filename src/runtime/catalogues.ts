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

/** All words of the interface, by language. */
export const CATALOGUES = {
  en: { ...en, messageWords: messageWordsEn, issues: issuesEn, reasons: reasonsEn, rejections: rejectionsEn },
  zh: { ...zh, messageWords: messageWordsZh, issues: issuesZh, reasons: reasonsZh, rejections: rejectionsZh },
} as const;

/** The zone of the clocks that the interface shows. */
export const TIME_ZONE = "Asia/Shanghai";

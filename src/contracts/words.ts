import type { Issue } from "@/domain/declaration/issue";
import english from "./messages/issues.en.json";
import chinese from "./messages/issues.zh.json";
import englishReasons from "./messages/reasons.en.json";
import chineseReasons from "./messages/reasons.zh.json";

type Catalogue = Readonly<Record<string, { readonly message: string; readonly remedy: string }>>;

const CATALOGUES: Readonly<Record<"en" | "zh", Catalogue>> = { en: english, zh: chinese };

const FIELD_NAMES: Readonly<Record<"en" | "zh", Readonly<Record<string, string>>>> = {
  en: englishReasons.field,
  zh: chineseReasons.field,
};

/** What an issue says to a person, and what to do about it. */
export function describeIssue(
  issue: Pick<Issue, "code" | "parameters">,
  language: "en" | "zh",
): { message: string; remedy: string } {
  const words = CATALOGUES[language][issue.code];
  if (!words) return { message: issue.code.replaceAll("_", " "), remedy: "" };
  const { field } = issue.parameters;
  const name = field === undefined ? undefined : FIELD_NAMES[language][field];
  const parameters = name === undefined ? issue.parameters : { ...issue.parameters, field: name };
  return { message: fill(words.message, parameters), remedy: fill(words.remedy, parameters) };
}

function fill(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => parameters[name] ?? whole);
}

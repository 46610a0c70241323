import type { Issue } from "@/domain/declaration/issue";
import type { RejectionReason } from "@/domain/document/document";
import type { InputFault } from "./input-fault";
import englishFaults from "./messages/faults.en.json";
import chineseFaults from "./messages/faults.zh.json";
import english from "./messages/issues.en.json";
import chinese from "./messages/issues.zh.json";
import englishProblems from "./messages/problems.en.json";
import chineseProblems from "./messages/problems.zh.json";
import englishReasons from "./messages/reasons.en.json";
import chineseReasons from "./messages/reasons.zh.json";
import englishRejections from "./messages/rejections.en.json";
import chineseRejections from "./messages/rejections.zh.json";
import type { Failure } from "./problem";

export type Language = "en" | "zh";

const PROBLEM_WORDS: Readonly<
  Record<Language, Readonly<Record<Failure["kind"] | "internal", { readonly title: string; readonly remedy: string }>>>
> = { en: englishProblems, zh: chineseProblems };

/** What a failure says to a person, and what to do about it. */
export function wordsOfProblem(
  kind: Failure["kind"] | "internal",
  language: Language,
): { readonly title: string; readonly remedy: string } {
  return PROBLEM_WORDS[language][kind];
}

interface FaultWords {
  readonly row: string;
  readonly fault: Readonly<Record<InputFault, string>>;
}

const FAULT_WORDS: Readonly<Record<Language, FaultWords>> = { en: englishFaults, zh: chineseFaults };

/** What is wrong with a value that was sent; a `row` among the parameters is named first. */
export function describeFault(
  fault: InputFault,
  parameters: Readonly<Record<string, string>>,
  language: Language,
): string {
  const words = FAULT_WORDS[language];
  return fill(`${parameters.row === undefined ? "" : words.row}${words.fault[fault]}`, parameters);
}

const REJECTION_WORDS: Readonly<Record<Language, Readonly<Record<RejectionReason, string>>>> = {
  en: englishRejections,
  zh: chineseRejections,
};

/** Why a file is not read, and what to send instead. */
export function describeRejection(reason: RejectionReason, language: Language): string {
  return REJECTION_WORDS[language][reason];
}

/** Whether a text is the code of a fault. */
export function isFault(code: string): code is InputFault {
  return Object.hasOwn(englishFaults.fault, code);
}

type Catalogue = Readonly<Record<string, { readonly message: string; readonly remedy: string }>>;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: english, zh: chinese };

const FIELD_NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: englishReasons.field,
  zh: chineseReasons.field,
};

/** What an issue says to a person, and what to do about it. */
export function describeIssue(
  issue: Pick<Issue, "code" | "parameters">,
  language: Language,
): { message: string; remedy: string } {
  const words = CATALOGUES[language][issue.code];
  if (!words) return { message: issue.code.replaceAll("_", " "), remedy: "" };
  const { field } = issue.parameters;
  const name = field === undefined ? undefined : FIELD_NAMES[language][field];
  const parameters = name === undefined ? issue.parameters : { ...issue.parameters, field: name };
  return { message: fill(words.message, parameters), remedy: fill(words.remedy, parameters) };
}

type Named = Readonly<Record<string, string>>;

const BLOCKERS: Readonly<Record<Language, { readonly [part in "blocker" | "blocker_remedy" | "requirement"]: Named }>> =
  {
    en: englishReasons,
    zh: chineseReasons,
  };

/** What stands between a gate and its release, and who does what about it. A requirement's code is `requirement:<code>`. */
export function describeBlocker(blocker: string, language: Language): { message: string; remedy: string } {
  const [code = blocker, requirement] = blocker.split(":");
  const words = BLOCKERS[language];
  const message = words.blocker[code] ?? code.replaceAll("_", " ");
  const name = requirement === undefined ? undefined : (words.requirement[requirement] ?? requirement);
  return {
    message: name === undefined ? message : `${message}: ${name}`,
    remedy: words.blocker_remedy[code] ?? "",
  };
}

function fill(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => parameters[name] ?? whole);
}

import { useTranslations } from "next-intl";
import type { IssueView } from "@/contracts/views/declaration";

/** What an issue says, and how it is mended, in the language of the screen. */
export function useIssueWords(): (issue: IssueView) => { readonly message: string; readonly remedy: string } {
  const words = useTranslations("issues");
  const reasons = useTranslations("reasons");
  return (issue) => {
    const { field } = issue.parameters;
    const parameters = {
      ...issue.parameters,
      ...(field && reasons.has(`field.${field}`) ? { field: reasons(`field.${field}`) } : {}),
    };
    return {
      message: words.has(`${issue.code}.message`) ? words(`${issue.code}.message`, parameters) : issue.message,
      remedy: words.has(`${issue.code}.remedy`) ? words(`${issue.code}.remedy`, parameters) : issue.remedy,
    };
  };
}

/** An issue's own key; the same code may stand at several values. */
export function keyOf(issue: IssueView): string {
  return `${issue.code}-${issue.pointer}-${Object.values(issue.parameters).join()}`;
}

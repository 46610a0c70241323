import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { IssueView } from "@/contracts/views/declaration";
import { Alert } from "@/ui/parts/alert";
import { keyOf, useIssueWords } from "./issue-words";
import { anchorOf, sectionOfIssue } from "./sections";

/** Everything that stands against lodging, at the top, each leading to its place. */
export function IssueSummary({ issues }: { readonly issues: readonly IssueView[] }) {
  const t = useTranslations("declaration");
  const words = useIssueWords();
  const errors = issues.filter((issue) => issue.severity === "error").length;
  if (issues.length === 0)
    return (
      <Alert tone="good">
        <strong className="font-medium">{t("complete")}</strong>
      </Alert>
    );
  return (
    <section
      aria-labelledby="issues"
      className={`rounded-md border px-4 py-3 ${errors > 0 ? "border-red/40 bg-red-soft" : "border-yellow/40 bg-yellow-soft"}`}
    >
      <h2 id="issues" className="text-base font-semibold">
        {errors > 0 ? t("issues", { count: issues.length }) : t("warningsOnly", { count: issues.length })}
      </h2>
      <ul className="mt-1.5 flex flex-col gap-1 text-sm">
        {issues.map((issue) => (
          <li key={keyOf(issue)} className="flex gap-2">
            <SeverityMark severity={issue.severity} />
            <a
              href={`#${anchorOf(sectionOfIssue(issue))}`}
              className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              {words(issue).message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether it stops the submission or only asks to be seen; by shape, colour and word. */
export function SeverityMark({ severity }: { readonly severity: IssueView["severity"] | "none" }) {
  const t = useTranslations("declaration");
  if (severity === "none") return <CircleCheck aria-hidden className="size-4 text-green" />;
  return (
    <span className={severity === "error" ? "text-red" : "text-yellow"}>
      <span aria-hidden>{severity === "error" ? "■" : "▲"}</span>
      <span className="sr-only">{t(`severity.${severity}`)}</span>
    </span>
  );
}

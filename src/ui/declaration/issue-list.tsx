import Link from "next/link";
import { useTranslations } from "next-intl";
import type { IssueView } from "@/contracts/views/declaration";
import { SeverityMark } from "./issue-summary";
import { keyOf, useIssueWords } from "./issue-words";

/** The issues of one part of the declaration, each with the way to mend it. */
export function IssueList({ issues }: { readonly issues: readonly IssueView[] }) {
  const t = useTranslations("declaration");
  const words = useIssueWords();
  if (issues.length === 0) return null;
  const link = "text-accent underline underline-offset-2";
  return (
    <ul className="mb-2 flex flex-col gap-1.5">
      {issues.map((issue) => {
        const { message, remedy } = words(issue);
        return (
          <li
            key={keyOf(issue)}
            className={`flex gap-2 rounded-md border-l-4 bg-raised px-3 py-1.5 text-sm ${issue.severity === "error" ? "border-red" : "border-yellow"}`}
          >
            <SeverityMark severity={issue.severity} />
            <div className="min-w-0">
              <p className="font-medium">{message}</p>
              <p className="flex flex-wrap gap-x-2 text-muted">
                {remedy}
                {issue.documentId ? (
                  <Link
                    href={`/broker/documents/${issue.documentId}${issue.fieldId ? `?field=${issue.fieldId}` : ""}`}
                    className={link}
                  >
                    {t("openDocument", { name: issue.documentName ?? "" })}
                  </Link>
                ) : null}
                {issue.parameters.otherDocumentId ? (
                  <Link href={`/broker/documents/${issue.parameters.otherDocumentId}`} className={link}>
                    {t("openOtherDocument")}
                  </Link>
                ) : null}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

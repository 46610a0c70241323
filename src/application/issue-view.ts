import type { IssueView } from "@/contracts/views/declaration";
import type { DocumentView } from "@/contracts/views/document";
import { describeIssue } from "@/contracts/words";
import type { Issue } from "@/domain/declaration/issue";

/** An issue as screens and API show it, with the name of the document to look at. */
export function toIssueView(issue: Issue, documents: readonly Pick<DocumentView, "id" | "fileName">[]): IssueView {
  const { code, severity, field, documentId, fieldId, owner, parameters } = issue;
  const documentName = documents.find((document) => document.id === documentId)?.fileName ?? null;
  return {
    code,
    severity,
    pointer: `/${field.replaceAll(".", "/")}`,
    documentId,
    documentName,
    fieldId,
    owner,
    parameters: { ...parameters },
    ...describeIssue(issue, "en"),
  };
}

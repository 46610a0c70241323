import { useTranslations } from "next-intl";
import type { DeclarationView } from "@/contracts/views/declaration";
import { SeverityMark } from "./issue-summary";
import { anchorOf, SECTIONS, sectionOfIssue } from "./sections";

/** The parts of the declaration and what each still asks; it stays in sight while the page is worked through. */
export function TaskList({ declaration }: { readonly declaration: DeclarationView }) {
  const t = useTranslations("declaration");
  return (
    <nav aria-label={t("tasks")} className="top-16 hidden self-start xl:sticky xl:block">
      <ol className="flex flex-col gap-0.5 text-sm">
        {SECTIONS.map((section) => {
          const issues = declaration.issues.filter((issue) => sectionOfIssue(issue) === section);
          const errors = issues.filter((issue) => issue.severity === "error").length;
          return (
            <li key={section}>
              <a
                href={`#${anchorOf(section)}`}
                className="flex min-h-8 items-center gap-2 rounded-md px-2 no-underline hover:bg-raised"
              >
                <span className="inline-flex w-4 justify-center">
                  <SeverityMark severity={errors > 0 ? "error" : issues.length > 0 ? "warning" : "none"} />
                </span>
                {t(`section.${section}`)}
                <span className="ml-auto whitespace-nowrap text-xs text-muted">
                  {issues.length > 0 ? t("left", { count: issues.length }) : ""}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

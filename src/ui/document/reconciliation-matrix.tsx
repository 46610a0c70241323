"use client";

import { useTranslations } from "next-intl";
import type { Comparison, Statement } from "@/domain/reconciliation/reconcile-documents";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";
import { Dialog } from "@/ui/parts/dialog";
import { Crop } from "./crop";
import type { ValidationModel } from "./model";

interface Props {
  readonly model: ValidationModel;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const MARKS = {
  alone: { sign: "·", colour: "text-muted" },
  same: { sign: "✓", colour: "text-green" },
  tolerated: { sign: "≈", colour: "text-green" },
  ruled: { sign: "✓", colour: "text-blue" },
  conflicts: { sign: "■", colour: "font-semibold text-red" },
} as const;

/** Every fact that several papers state, a row each, and the papers side by side. */
export function ReconciliationMatrix({ model, isOpen, onOpenChange }: Props) {
  const t = useTranslations("validation");
  const types = useTranslations("documentType");
  return (
    <Dialog title={t("compare")} description={t("compareHint")} isOpen={isOpen} onOpenChange={onOpenChange} isWide>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-sm max-md:block max-md:[&>tbody]:block">
          <thead className="max-md:sr-only">
            <tr>
              <th scope="col" className="sticky left-0 z-10 min-w-24 bg-panel px-2 py-1 text-xs text-muted">
                {t("fact")}
              </th>
              {model.papers.map((paper) => (
                <th key={paper.id} scope="col" className="min-w-36 max-w-44 px-2 py-1 text-xs">
                  <span className="block truncate">{paper.type ? types(paper.type) : paper.fileName}</span>
                  <span className="block truncate font-normal text-muted">{paper.fileName}</span>
                </th>
              ))}
              <th scope="col" className="px-2 py-1 text-xs text-muted">
                {t("outcome")}
              </th>
            </tr>
          </thead>
          <tbody>
            {urgentFirst(model.comparisons).map((comparison) => (
              <MatrixRow
                key={`${comparison.rule}.${comparison.name}`}
                comparison={comparison}
                model={model}
                onLeave={() => onOpenChange(false)}
              />
            ))}
          </tbody>
        </table>
        {model.comparisons.length === 0 ? <p className="py-4 text-center text-muted">{t("nothingToCompare")}</p> : null}
      </div>
    </Dialog>
  );
}

/** What waits for a ruling comes first; the order of the papers holds among the rest. */
function urgentFirst(comparisons: readonly Comparison[]): readonly Comparison[] {
  const isUrgent = ({ outcome }: Comparison) => outcome === "conflicts";
  return [...comparisons.filter(isUrgent), ...comparisons.filter((each) => !isUrgent(each))];
}

interface RowProps {
  readonly comparison: Comparison;
  readonly model: ValidationModel;
  readonly onLeave: () => void;
}

function MatrixRow({ comparison, model, onLeave }: RowProps) {
  const t = useTranslations("validation");
  const rules = useTranslations("rule");
  const names = useTranslations("field");
  const types = useTranslations("documentType");
  const { rule, name, outcome, statements } = comparison;
  const { sign, colour } = MARKS[outcome];
  return (
    <tr
      className={cn(
        "border-t align-top max-md:flex max-md:flex-wrap max-md:py-1",
        outcome === "conflicts" && "bg-red-soft",
      )}
    >
      <th
        scope="row"
        // What the row is about stays in sight while a narrow screen is moved along the papers.
        className={cn(
          "sticky left-0 z-10 px-2 py-1.5 max-md:static max-md:basis-[calc(100%-7rem)]",
          outcome === "conflicts" ? "bg-red-soft" : "bg-panel",
        )}
        title={rules(`${rule}.sentence`)}
      >
        <span className="block">{names(name)}</span>
        <span className="hidden text-xs font-normal text-muted sm:block">
          {rule} · {rules(`${rule}.tolerance`)}
        </span>
      </th>
      {model.papers.map((paper) => {
        const statement = statements.find((each) => each.documentId === paper.id);
        return (
          <td
            key={paper.id}
            className={cn(
              "max-w-44 px-2 py-1.5 max-md:order-2 max-md:w-1/2 max-md:max-w-none",
              !statement && "max-md:hidden",
            )}
          >
            <span className="block truncate text-xs text-muted md:hidden">
              {paper.type ? types(paper.type) : paper.fileName}
            </span>
            {statement ? (
              <Stated statement={statement} comparison={comparison} model={model} onLeave={onLeave} />
            ) : (
              <span className="text-muted">—</span>
            )}
          </td>
        );
      })}
      <td className={cn("whitespace-nowrap px-2 py-1.5 text-xs max-md:order-1 max-md:w-28 max-md:text-right", colour)}>
        <span aria-hidden>{sign} </span>
        {t(`outcomes.${outcome}`)}
      </td>
    </tr>
  );
}

function Stated({ statement, comparison, model, onLeave }: RowProps & { readonly statement: Statement }) {
  const t = useTranslations("validation");
  const { value, facts, documentId } = statement;
  const paper = model.papers.find((each) => each.id === documentId);
  const first = facts[0];
  const isConflict = comparison.outcome === "conflicts";
  return (
    <>
      <span
        className={cn(
          "block truncate max-md:whitespace-normal",
          first?.precedence === "yields" && "text-muted line-through",
        )}
        title={value}
      >
        {value}
      </span>
      {isConflict && paper && first?.box ? (
        <Crop field={{ box: first.box, page: first.page }} document={paper} aspect={4} className="my-1" />
      ) : null}
      {isConflict ? (
        <Button look="quiet" size="small" onClick={() => model.rule(comparison, documentId)}>
          {t("thisIsRight")}
        </Button>
      ) : null}
      {!isConflict && documentId === model.document.id && first ? (
        <button
          type="button"
          onClick={() => {
            onLeave();
            requestAnimationFrame(() => model.focus(first.id));
          }}
          className="min-h-6 text-xs text-accent underline underline-offset-2"
        >
          {t("goToField")}
        </button>
      ) : null}
    </>
  );
}

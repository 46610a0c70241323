"use client";

import { useTranslations } from "next-intl";
import type { FieldView } from "@/contracts/views/document";
import type { Comparison } from "@/domain/reconciliation/reconcile-documents";
import { cn } from "@/ui/parts/cn";
import { Kbd } from "@/ui/parts/kbd";
import { Crop } from "./crop";
import { chooseReading, readingsOf } from "./field-input";
import type { ValidationModel } from "./model";

const CHOICE =
  "flex w-full min-w-0 items-center gap-1.5 rounded-sm border border-line-strong/50 bg-panel px-2 py-1 text-left text-sm hover:bg-raised";

interface Props {
  readonly comparison: Comparison;
  readonly model: ValidationModel;
}

/** What the documents say of one fact, each with its place on the page, and the question which of them is right. */
export function ConflictChoice({ comparison, model }: Props) {
  const t = useTranslations("validation");
  const rules = useTranslations("rule");
  const types = useTranslations("documentType");
  const { rule, statements } = comparison;
  return (
    <div>
      <p className="mb-1.5 flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold text-red">
          <span aria-hidden>■ </span>
          {t("whichIsRight")}
        </span>
        <span className="min-w-0 break-words text-xs text-muted" title={rules(`${rule}.sentence`)}>
          {rules(`${rule}.name`)} · {rules(`${rule}.tolerance`)}
        </span>
      </p>
      <div
        className={cn(
          "grid max-h-[50dvh] gap-2 overflow-y-auto",
          // Four would leave one alone below three.
          statements.length === 4 ? "grid-cols-2" : "grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))]",
        )}
      >
        {statements.map(({ documentId, value, facts }, index) => {
          const document =
            documentId === model.document.id ? model.document : model.papers.find((each) => each.id === documentId);
          const first = facts[0];
          return (
            <figure key={documentId} className="min-w-0">
              {document && first?.box ? (
                <Crop field={{ box: first.box, page: first.page }} document={document} aspect={4.4} />
              ) : (
                <p className="flex h-12 items-center justify-center rounded-sm border border-dashed px-2 text-xs text-muted">
                  {t("noPlace")}
                </p>
              )}
              <figcaption className="mt-1">
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={() => model.rule(comparison, documentId)}
                  className={CHOICE}
                >
                  <span className="min-w-0 flex-1">
                    <span className="flex items-start gap-1.5">
                      {/* Names that are to be told apart often differ behind their beginning. */}
                      <strong className="min-w-0 flex-1 break-words font-semibold leading-snug">{value}</strong>
                      <span className="hidden shrink-0 md:inline-flex">
                        <Kbd>{documentId === model.document.id ? "Enter" : `Alt ${index + 1}`}</Kbd>
                      </span>
                    </span>
                    {/* Two papers of one type are told apart by their files. */}
                    <span className="block break-words text-xs text-muted">
                      {document?.type ? types(document.type) : null}
                      {facts.length > 1 ? ` · ${t("sumOf", { count: facts.length })}` : ""}
                      <span className="block break-words">{document?.fileName}</span>
                    </span>
                  </span>
                </button>
              </figcaption>
            </figure>
          );
        })}
      </div>
    </div>
  );
}

/** What two readings of one document say, and the question which is to stand. */
export function ReadingChoice({ field, model }: { readonly field: FieldView; readonly model: ValidationModel }) {
  const t = useTranslations("validation");
  const { was, now } = readingsOf(field);
  // What a bar code says was not read later than the print beside it.
  const isBarCode = field.method === "barcode";
  const sides = [
    { which: "now", words: t(isBarCode ? "reading.bars" : "reading.now"), value: now, act: t("reading.take") },
    { which: "before", words: t(isBarCode ? "reading.print" : "reading.was"), value: was, act: t("reading.keep") },
  ] as const;
  return (
    <div className="mt-1.5 grid grid-cols-2 gap-2">
      {sides.map(({ which, words, value, act }, index) => (
        <button
          key={which}
          type="button"
          tabIndex={-1}
          onClick={() => chooseReading(field, model, which)}
          className={CHOICE}
        >
          <span className="min-w-0 flex-1">
            <span className="block break-words text-xs text-muted">{words}</span>
            <strong className="block break-words font-semibold leading-snug">
              {value === "" ? t("reading.nothing") : value}
            </strong>
          </span>
          <span className="text-xs text-accent">{act}</span>
          <span className="hidden md:inline-flex">
            <Kbd>Alt {index + 1}</Kbd>
          </span>
        </button>
      ))}
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Dispatch, SetStateAction } from "react";
import { toast } from "sonner";
import type { DocumentView, FieldView } from "@/contracts/views/document";
import type { ComparisonView } from "@/contracts/views/reconciliation";
import type { Comparison } from "@/domain/reconciliation/reconcile-documents";
import { api, wordsOf } from "@/ui/parts/api-client";
import type { Sibling } from "./slots";

interface Given {
  readonly document: DocumentView;
  readonly setFields: Dispatch<SetStateAction<readonly FieldView[]>>;
  readonly setPapers: Dispatch<SetStateAction<readonly Sibling[]>>;
  readonly track: (request: Promise<unknown>) => Promise<void>;
  readonly say: (words: string) => void;
}

/** Says which document is right, shows it at once, and tells the server. */
export function useRuling({ document, setFields, setPapers, track, say }: Given) {
  const t = useTranslations("validation");
  const router = useRouter();
  const rule = ({ rule: id, name, statements }: Comparison, documentId: string) => {
    const right = statements.find((statement) => statement.documentId === documentId);
    const prevailing = new Set(right?.facts.map((fact) => fact.id));
    const all = new Set(statements.flatMap((statement) => statement.facts.map((fact) => fact.id)));
    const isOne = prevailing.size === 1 && right?.facts[0]?.line === null;
    const ruled = (field: FieldView): FieldView => {
      if (!all.has(field.id)) return field;
      // Who held another paper right has looked at this value; a sum that yields says nothing of its lines.
      if (!prevailing.has(field.id))
        return { ...field, precedence: "yields", ...(field.line === null ? { isUnsure: false } : {}) };
      const vouched = isOne && field.status === "suggested";
      return {
        ...field,
        precedence: "prevails",
        ...(vouched ? { status: "confirmed" as const, isUnsure: false, otherReading: null } : {}),
      };
    };
    setFields((fields) => fields.map(ruled));
    setPapers((papers) => papers.map((each) => ({ ...each, fields: each.fields.map(ruled) })));
    say(t("said.ruled", { value: right?.value ?? "" }));
    void track(
      api<{ comparisons: readonly ComparisonView[] }>(`/shipments/${document.shipmentId}/rulings`, {
        method: "POST",
        json: { rule: id, name, documentId },
      }).catch((error: unknown) => {
        toast.error(wordsOf(error));
        router.refresh();
      }),
    );
  };
  return { rule };
}

"use client";

import { Save } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "sonner";
import type { RuleContent } from "@/contracts/rules";
import type { RuleView } from "@/contracts/views/rule";
import { type ConditionRow, conditionOf, rowsOf } from "@/domain/risk-rules/conditions";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { printRule } from "@/domain/risk-rules/print-rule";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { ConditionRows } from "./condition-rows";
import { ExpressionField } from "./expression-field";
import { FieldDictionary } from "./field-dictionary";
import { RuleCases } from "./rule-cases";
import { RuleHead } from "./rule-head";

/** What a rule says: as a form and as an expression side by side, with the dictionary and the test cases. */
export function RuleEditor({ rule }: { readonly rule: RuleView }) {
  const t = useTranslations("rules");
  const router = useRouter();
  const [latest] = rule.versions;
  const [content, setContent] = useState<RuleContent | undefined>(latest?.content);
  const [rows, setRows] = useState(() => rowsOfText(latest?.content.expression ?? ""));
  const [isBusy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  if (!latest || !content) return null;
  const put = (change: Partial<RuleContent>) => setContent({ ...content, ...change });
  const write = (expression: string) => {
    put({ expression });
    setRows(rowsOfText(expression));
  };
  const putRows = (next: readonly ConditionRow[]) => {
    setRows(next);
    const condition = conditionOf(next);
    if (condition) put({ expression: printRule(condition) });
  };
  const insert = (name: string) => {
    const { selectionStart: at = content.expression.length, selectionEnd: end = at } = area.current ?? {};
    write(`${content.expression.slice(0, at)}${name}${content.expression.slice(end)}`);
    area.current?.focus();
  };
  const save = async () => {
    setBusy(true);
    await api<{ number: number }>(`/rules/${rule.id}/versions`, { method: "POST", json: content }).then(
      ({ number }) => {
        toast.success(t("saved", { number }));
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  const isDraft = latest.state === "draft";
  return (
    <div className="flex flex-col gap-5">
      {isDraft || !rule.canEdit ? null : (
        <p className="text-sm text-muted">{t("fixed", { number: latest.number, state: t(`state.${latest.state}`) })}</p>
      )}
      <RuleHead content={content} isReadOnly={!rule.canEdit} onChange={put} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <fieldset disabled={!rule.canEdit} className="flex min-w-0 flex-col gap-2">
          <legend className="mb-1 text-xs font-medium text-muted">{t("formTitle")}</legend>
          {rows ? (
            <ConditionRows rows={rows} lists={rule.lists} onChange={putRows} />
          ) : (
            <p className="text-sm text-muted">{t(parseRule(content.expression).ok ? "saysMore" : "unreadable")}</p>
          )}
        </fieldset>
        <ExpressionField value={content.expression} isReadOnly={!rule.canEdit} onChange={write} area={area} />
      </div>
      {rule.canEdit ? <FieldDictionary onInsert={insert} /> : null}
      <div>
        <h3 className="mb-2 text-sm font-semibold">{t("cases")}</h3>
        <RuleCases
          cases={content.cases}
          expression={content.expression}
          isReadOnly={!rule.canEdit}
          onChange={(cases) => put({ cases })}
        />
      </div>
      {rule.canEdit ? (
        <div className="flex justify-end">
          <Button disabled={isBusy} onClick={() => void save()}>
            <Save aria-hidden />
            {isDraft ? t("save") : t("saveNext", { number: latest.number + 1 })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function rowsOfText(expression: string): readonly ConditionRow[] | null {
  const parsed = parseRule(expression);
  return parsed.ok ? rowsOf(parsed.value) : null;
}

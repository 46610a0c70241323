"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RuleContent } from "@/contracts/rules";
import { evaluateRule, type SubjectValue } from "@/domain/risk-rules/evaluate-rule";
import { fieldsOf, listsOf } from "@/domain/risk-rules/expression";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { TextField } from "@/ui/parts/field";
import { CaseValue } from "./case-value";

type Case = RuleContent["cases"][number];

interface Props {
  readonly cases: readonly Case[];
  readonly expression: string;
  readonly isReadOnly: boolean;
  readonly onChange: (cases: Case[]) => void;
}

/** The test cases of a rule: of each field that the expression asks, a value. What needs no list is tried as it is typed. */
export function RuleCases({ cases, expression, isReadOnly, onChange }: Props) {
  const t = useTranslations("rules");
  const parsed = parseRule(expression);
  const fields = parsed.ok ? fieldsOf(parsed.value) : [];
  const put = (index: number, change: Partial<Case>) =>
    onChange(cases.map((each, at) => (at === index ? { ...each, ...change } : each)));
  const comesOut = ({ subject, hits }: Case) =>
    parsed.ok && listsOf(parsed.value).length === 0
      ? evaluateRule(parsed.value, subject, new Map()).hit === hits
      : null;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">{t("casesLead")}</p>
      {cases.map((each, index) => {
        const isRight = comesOut(each);
        const asked = [...new Set([...fields, ...Object.keys(each.subject)])];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: cases have no identity but their place
          <fieldset key={index} disabled={isReadOnly} className="flex flex-col gap-2 rounded-md border bg-panel p-3">
            <div className="flex items-end gap-2">
              <TextField
                className="flex-1"
                label={t("caseName", { number: index + 1 })}
                value={each.name}
                onChange={(event) => put(index, { name: event.target.value })}
              />
              {isReadOnly ? null : (
                <Button
                  look="bare"
                  size="icon"
                  aria-label={t("removeCase", { number: index + 1 })}
                  onClick={() => onChange(cases.filter((_, at) => at !== index))}
                >
                  <X aria-hidden />
                </Button>
              )}
            </div>
            <div className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-3">
              {asked.map((name) => (
                <CaseValue
                  key={name}
                  name={name}
                  value={each.subject[name] ?? null}
                  onChange={(value: SubjectValue) => put(index, { subject: { ...each.subject, [name]: value } })}
                />
              ))}
            </div>
            <div className="flex flex-wrap items-center gap-3">
              <Checkbox checked={each.hits} onCheckedChange={(hits) => put(index, { hits })}>
                {t("caseHits")}
              </Checkbox>
              {isRight === null ? null : (
                <span className={isRight ? "text-xs text-green" : "text-xs text-red"}>
                  <span aria-hidden>{isRight ? "✓ " : "✗ "}</span>
                  {t(isRight ? "caseComesOut" : "caseFails")}
                </span>
              )}
            </div>
          </fieldset>
        );
      })}
      {isReadOnly ? null : (
        <div>
          <Button
            look="quiet"
            size="small"
            onClick={() => onChange([...cases, { name: "", subject: {}, hits: cases.length === 0 }])}
          >
            <Plus aria-hidden />
            {t("addCase")}
          </Button>
        </div>
      )}
    </div>
  );
}

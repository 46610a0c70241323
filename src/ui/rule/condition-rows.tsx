"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ConditionRow, testsOf } from "@/domain/risk-rules/conditions";
import { COMPARATORS } from "@/domain/risk-rules/expression";
import { fieldNamed, SUBJECT_FIELDS } from "@/domain/risk-rules/subject-fields";
import { Button } from "@/ui/parts/button";
import { Input } from "@/ui/parts/input";
import { Select } from "@/ui/parts/select";

interface Props {
  readonly rows: readonly ConditionRow[];
  readonly lists: readonly string[];
  readonly onChange: (rows: readonly ConditionRow[]) => void;
}

type TestWord = "in_list" | "not_in_list" | "under" | "under_list" | "starts_with" | "is_missing" | "is_known";

/** Conditions as rows, joined by and. */
export function ConditionRows({ rows, lists, onChange }: Props) {
  const t = useTranslations("rules");
  const put = (index: number, change: Partial<ConditionRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const wordsOf = (test: string) =>
    (COMPARATORS as readonly string[]).includes(test) ? test : t(`test.${test.replaceAll(" ", "_") as TestWord}`);
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_auto] gap-1 sm:grid-cols-[2fr_1.3fr_1.3fr_auto]">
          <Select
            aria-label={t("rowField")}
            className="max-sm:col-span-2"
            value={row.field}
            onValueChange={(field) => put(index, { field, test: testsOf(field)[0] ?? "=", value: "" })}
            options={SUBJECT_FIELDS.map(({ name }) => ({ value: name, label: t(`field.${name as "duty"}`) }))}
          />
          <Select
            aria-label={t("rowTest")}
            className="max-sm:col-span-2"
            value={row.test}
            onValueChange={(test) => put(index, { test, value: "" })}
            options={testsOf(row.field).map((value) => ({ value, label: wordsOf(value) }))}
          />
          <RowValue row={row} lists={lists} onChange={(value) => put(index, { value })} />
          <Button
            look="bare"
            size="icon"
            aria-label={t("removeRow")}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <div>
        <Button
          look="quiet"
          size="small"
          onClick={() => onChange([...rows, { field: "commodityCode", test: "under", value: "" }])}
        >
          <Plus aria-hidden />
          {t("addRow")}
        </Button>
      </div>
    </div>
  );
}

interface ValueProps {
  readonly row: ConditionRow;
  readonly lists: readonly string[];
  readonly onChange: (value: string) => void;
}

function RowValue({ row, lists, onChange }: ValueProps) {
  const t = useTranslations("rules");
  if (row.test === "is missing" || row.test === "is known") return <span className="max-sm:hidden" />;
  const isList = row.test.endsWith("list");
  if (isList || fieldNamed(row.field)?.type === "boolean") {
    const known = lists.includes(row.value) || row.value === "" ? lists : [...lists, row.value];
    const options = isList
      ? known.map((name) => ({ value: name, label: name }))
      : [
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ];
    return (
      <Select aria-label={t("rowValue")} placeholder="…" value={row.value} onValueChange={onChange} options={options} />
    );
  }
  return <Input aria-label={t("rowValue")} value={row.value} onChange={(event) => onChange(event.target.value)} />;
}

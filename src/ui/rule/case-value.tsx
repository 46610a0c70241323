"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SubjectValue } from "@/domain/risk-rules/evaluate-rule";
import { fieldNamed } from "@/domain/risk-rules/subject-fields";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

interface Props {
  readonly name: string;
  readonly value: SubjectValue;
  readonly onChange: (value: SubjectValue) => void;
}

/** One value of a test case, by the type of its field; an empty one is not known. */
export function CaseValue({ name, value, onChange }: Props) {
  const t = useTranslations("rules");
  const [typed, setTyped] = useState(value === null ? "" : String(value));
  const type = fieldNamed(name)?.type ?? "text";
  const label = fieldNamed(name) ? t(`field.${name as "duty"}`) : name;
  if (type === "boolean")
    return (
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value={value === null ? "unknown" : String(value)}
            onValueChange={(next) => onChange(next === "unknown" ? null : next === "true")}
            options={[
              { value: "true", label: t("yes") },
              { value: "false", label: t("no") },
              { value: "unknown", label: t("unknown") },
            ]}
          />
        )}
      </Field>
    );
  return (
    <TextField
      label={label}
      value={typed}
      placeholder={t("unknown")}
      inputMode={type === "number" ? "decimal" : "text"}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(typedValue(event.target.value.trim(), type === "number"));
      }}
    />
  );
}

function typedValue(text: string, isNumber: boolean): SubjectValue {
  if (text === "") return null;
  if (!isNumber) return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

"use client";

import { useTranslations } from "next-intl";
import { AddMenu } from "./add-menu";
import { GROUP_NAMES, ofGroup } from "./field-groups";
import { FieldRow } from "./field-row";
import { FormEdge } from "./form-edge";
import type { ValidationModel } from "./model";

/** The values of the header in groups, with what the type asks for and nobody found in its place among them. */
export function FieldForm({ model }: { readonly model: ValidationModel }) {
  const t = useTranslations("validation");
  return (
    <div data-form-region className="@container">
      <FormEdge side="start" />
      {GROUP_NAMES.map((group) => {
        const fields = ofGroup([...model.fields, ...model.asked], group);
        if (fields.length === 0) return null;
        return (
          <section key={group} className="py-1.5">
            <h2 className="mb-0.5 px-2.5 text-xs font-medium text-muted">{t(`group.${group}`)}</h2>
            <ul>
              {keyed(fields).map(([key, field]) => (
                <FieldRow key={key} field={field} model={model} />
              ))}
            </ul>
          </section>
        );
      })}
      <FormEdge side="end" />
      {model.missing.length > 0 ? (
        <AddMenu label={t("addValue")} names={model.missing} onAdd={model.addValue} className="mx-2.5 my-1.5" />
      ) : null}
    </div>
  );
}

/** A field keeps its row when it gets its id, so that the focus stays where it is. */
function keyed<F extends { readonly name: string }>(fields: readonly F[]): readonly (readonly [string, F])[] {
  const counts = new Map<string, number>();
  return fields.map((field) => {
    const count = counts.get(field.name) ?? 0;
    counts.set(field.name, count + 1);
    return [`${field.name}.${count}`, field];
  });
}

"use client";

import { useTranslations } from "next-intl";
import { GROUP_NAMES, ofGroup } from "./field-groups";
import { FieldRow } from "./field-row";
import type { FieldsModel } from "./use-fields";

/** The values of the header, in groups. */
export function FieldForm({ model }: { readonly model: FieldsModel }) {
  const t = useTranslations("validation");
  return (
    <>
      {GROUP_NAMES.map((group) => {
        const fields = ofGroup(model.fields, group);
        if (fields.length === 0) return null;
        return (
          <section key={group} className="py-2">
            <h2 className="mb-1 px-2.5 text-xs font-medium text-muted">{t(`group.${group}`)}</h2>
            <ul>
              {fields.map((field) => (
                <FieldRow key={field.id} field={field} model={model} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

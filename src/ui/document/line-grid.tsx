"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/ui/parts/cn";
import { toGrid } from "./field-groups";
import { FieldInput } from "./field-input";
import type { FieldsModel } from "./use-fields";

const NUMERIC = ["quantity", "unit_price", "amount", "net_weight_kg", "gross_weight_kg", "packages"];

/** The goods lines as a grid, a row a line. */
export function LineGrid({ model }: { readonly model: FieldsModel }) {
  const t = useTranslations("validation");
  const names = useTranslations("field");
  const { columns, rows } = toGrid(model.fields);
  if (rows.length === 0) return null;
  return (
    <table aria-label={t("lines")} className="w-full border-collapse text-sm">
      <thead className="sticky top-0 z-10 bg-raised">
        <tr>
          <th scope="col" className="h-7 w-8 border-b px-2 text-xs text-muted">
            #
          </th>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={cn(
                "h-7 whitespace-nowrap border-b px-2.5 text-xs text-muted",
                NUMERIC.includes(column) && "text-right",
              )}
            >
              {names(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, cells }) => (
          <tr key={line} className="border-b">
            <th scope="row" className="px-2 text-xs text-muted">
              {line + 1}
            </th>
            {columns.map((column) => {
              const field = cells.get(column);
              if (!field)
                return (
                  <td key={column} className="px-2.5 text-muted">
                    —
                  </td>
                );
              return (
                <td
                  key={column}
                  data-field={field.id}
                  data-unsure={field.isUnsure}
                  onMouseEnter={() => model.hover(field.id)}
                  onMouseLeave={() => model.hover(null)}
                  className={cn(
                    "relative p-0.5",
                    column === "description" ? "min-w-56" : "min-w-20",
                    field.id === model.lit && "bg-accent-soft",
                  )}
                >
                  <FieldInput
                    key={`${field.value}:${field.status}`}
                    field={field}
                    model={model}
                    label={`${line + 1}. ${names(column)}`}
                    className={cn(
                      field.isUnsure
                        ? "pl-5"
                        : "border-transparent bg-transparent hover:border-line-strong/60 focus:bg-panel",
                      NUMERIC.includes(column) && "text-right",
                    )}
                  />
                  {field.isUnsure ? (
                    <span className="pointer-events-none absolute left-2 top-2 text-xs text-yellow">
                      <span aria-hidden>▲</span>
                      <span className="sr-only">{t("unsure")}</span>
                    </span>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

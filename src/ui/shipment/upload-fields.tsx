import { useTranslations } from "next-intl";
import type { FieldView } from "@/contracts/views/document";
import { inOrder } from "@/ui/document/slots";

const SHOWN = 10;

/** What was read so far, in the order in which it is checked; what is unsure says so. */
export function UploadFields({ fields }: { readonly fields: readonly FieldView[] }) {
  const t = useTranslations("drop");
  const names = useTranslations("field");
  const validation = useTranslations("validation");
  if (fields.length === 0) return null;
  const inTurn = inOrder(fields);
  return (
    <dl className="mt-1.5 flex flex-wrap gap-1">
      {inTurn.slice(0, SHOWN).map((field) => (
        <div
          key={field.id}
          className={`inline-flex max-w-full animate-fade items-baseline gap-1.5 rounded-sm border px-1.5 py-px text-xs ${field.isUnsure ? "border-yellow/40 bg-yellow-soft" : "bg-raised"}`}
        >
          <dt className="shrink-0 text-muted">
            {field.isUnsure ? (
              <span className="text-yellow">
                <span aria-hidden>▲ </span>
                <span className="sr-only">{validation("standing.unsure")} </span>
              </span>
            ) : null}
            {field.line === null ? "" : `${field.line + 1}. `}
            {names(field.name)}
          </dt>
          <dd className="max-w-56 truncate font-medium">{field.value}</dd>
        </div>
      ))}
      {fields.length > SHOWN ? (
        <div className="px-1 py-px text-xs text-muted">
          <dt className="sr-only">{t("moreValues")}</dt>
          <dd>+{fields.length - SHOWN}</dd>
        </div>
      ) : null}
    </dl>
  );
}

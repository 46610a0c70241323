import { useTranslations } from "next-intl";
import type { DocumentView, FieldView } from "@/contracts/views/document";
import { Crop } from "@/ui/document/crop";

const COMPARED = ["gross_weight_kg", "packages", "net_weight_kg", "invoice_number", "consignee", "buyer"];

/** The same fact with two values on two papers, both places side by side. */
export function Contradictions({ documents }: { readonly documents: readonly DocumentView[] }) {
  const names = useTranslations("field");
  const types = useTranslations("documentType");
  return (
    <ul className="flex flex-col gap-3">
      {contradictionsOf(documents).map(({ name, fields }) => (
        <li key={name} className="rounded-md border border-yellow/40 bg-yellow-soft p-3">
          <p className="mb-2 text-sm font-semibold">
            <span aria-hidden className="text-yellow">
              ▲{" "}
            </span>
            {names(name)}
          </p>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            {fields.map((field) => {
              const document = documents.find((each) => each.id === field.documentId);
              return (
                <figure key={field.id} className="min-w-0">
                  {document ? <Crop field={field} document={document} aspect={4.6} /> : null}
                  <figcaption className="mt-1 text-sm">
                    <strong className="font-semibold">{field.value}</strong>
                    <span className="block truncate text-xs text-muted">
                      {document?.type ? types(document.type) : null} · {document?.fileName}
                    </span>
                  </figcaption>
                </figure>
              );
            })}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What the papers state differently; how a name is spelled does not count. */
export function contradictionsOf(
  documents: readonly DocumentView[],
): readonly { readonly name: string; readonly fields: readonly FieldView[] }[] {
  const fields = documents
    .flatMap((document) => document.fields)
    .filter((field) => field.line === null && field.status !== "rejected");
  return COMPARED.flatMap((name) => {
    const same = fields.filter((field) => field.name === name || (name === "consignee" && field.name === "buyer"));
    const values = new Set(same.map((field) => field.value.toLowerCase().replace(/\W/g, "")));
    return values.size > 1 && name !== "buyer" ? [{ name, fields: same }] : [];
  });
}

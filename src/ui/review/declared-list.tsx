import { useTranslations } from "next-intl";
import type { DeclaredValueView } from "@/contracts/views/declaration";
import type { ShipmentView } from "@/contracts/views/shipment";
import { Crop } from "@/ui/document/crop";
import { MethodIcon } from "@/ui/document/method-icon";

/** What is declared at the left, where it stands on the paper at the right, so that the eye goes straight across. */
export function DeclaredList({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("review");
  const { values } = shipment.declaration;
  const lines = [...new Set(values.map((value) => value.line))];
  return (
    <div className="flex flex-col gap-4">
      {lines.map((line) => (
        <section key={line ?? "header"}>
          <h3 className="border-b pb-1 text-xs font-medium text-muted">
            {line === null ? t("header") : t("line", { line })}
          </h3>
          <dl>
            {values
              .filter((value) => value.line === line && value.value !== null)
              .map((value) => (
                <Declared key={value.pointer} value={value} shipment={shipment} />
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Declared({ value, shipment }: { readonly value: DeclaredValueView; readonly shipment: ShipmentView }) {
  const t = useTranslations("declared");
  const source = useTranslations("source");
  const methods = useTranslations("method");
  const document = shipment.documentList.find((each) => each.id === value.documentId);
  return (
    <div className="grid grid-cols-1 content-center gap-x-4 border-b py-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <dt className="flex items-center gap-1.5 self-end text-xs text-muted">
        {t(value.name)}
        {value.method ? (
          <span title={`${document?.fileName ?? ""} · ${methods(value.method)}`} className="inline-flex items-center">
            <MethodIcon method={value.method} className="size-3" />
            <span className="sr-only">{methods(value.method)}</span>
          </span>
        ) : null}
        {value.confirmed ? <span className="text-green">✓ {source("confirmedShort")}</span> : null}
      </dt>
      <dd className="min-w-0 text-base font-medium text-pretty">{value.value}</dd>
      <dd className="mt-1 min-w-0 self-center sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:mt-0">
        {document && value.box && value.page ? (
          <Crop field={{ box: value.box, page: value.page }} document={document} aspect={9} />
        ) : (
          <span className="text-xs text-muted">{source("noDocument")}</span>
        )}
      </dd>
    </div>
  );
}

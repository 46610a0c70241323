import { useTranslations } from "next-intl";
import type { DeclaredValueView, DocumentView, FieldView, ReviewCaseView } from "@/contracts/views";
import { Crop } from "@/ui/document/crop";
import { Gates } from "@/ui/gate/gates";
import { Assessment } from "@/ui/risk/assessment";

/** The case laid out: what contradicts first, then why it is here, then each declared value beside its place on the page. */
export function Dossier({ review }: { readonly review: ReviewCaseView }) {
  const t = useTranslations("review");
  const { shipment } = review;
  const risk = shipment.risk.findLast((each) => each.stage === review.stage);
  const conflicts = contradictions(shipment.documentList);
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="text-xl font-semibold tracking-tight">{shipment.reference}</h1>
        <span className="text-muted">{[review.broker, shipment.goods].filter(Boolean).join(" · ")}</span>
      </div>
      <Gates shipment={shipment} />
      {conflicts.length > 0 ? (
        <section>
          <h2 className="mb-2 text-sm font-semibold">{t("contradictions")}</h2>
          <ul className="flex flex-col gap-3">
            {conflicts.map(({ name, fields }) => (
              <Contradiction key={name} name={name} fields={fields} documents={shipment.documentList} />
            ))}
          </ul>
        </section>
      ) : null}
      {risk ? <Assessment risk={risk} bands={null} /> : null}
      <section>
        <h2 className="mb-2 text-sm font-semibold">{t("declared")}</h2>
        <ul className="grid gap-2 lg:grid-cols-2">
          {shipment.declaration.values
            .filter((value) => value.value !== null)
            .map((value) => (
              <Declared key={value.pointer} value={value} documents={shipment.documentList} />
            ))}
        </ul>
      </section>
    </div>
  );
}

const COMPARED = ["gross_weight_kg", "packages", "net_weight_kg", "invoice_number", "consignee", "buyer"];

/** The same fact with two values, on two documents. */
function contradictions(
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

function Contradiction({
  name,
  fields,
  documents,
}: {
  readonly name: string;
  readonly fields: readonly FieldView[];
  readonly documents: readonly DocumentView[];
}) {
  const names = useTranslations("field");
  return (
    <li className="rounded-md border border-yellow bg-yellow-soft p-3">
      <p className="mb-2 text-[13px] font-medium">▲ {names(name)}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map((field) => {
          const document = documents.find((each) => each.id === field.documentId);
          return (
            <figure key={field.id} className="rounded border bg-panel p-2">
              {document ? <Crop field={field} document={document} /> : null}
              <figcaption className="mt-1 text-[13px]">
                <strong className="font-medium">{field.value}</strong>{" "}
                <span className="text-muted">{document?.fileName}</span>
              </figcaption>
            </figure>
          );
        })}
      </div>
    </li>
  );
}

function Declared({
  value,
  documents,
}: {
  readonly value: DeclaredValueView;
  readonly documents: readonly DocumentView[];
}) {
  const t = useTranslations("declared");
  const methods = useTranslations("method");
  const document = documents.find((each) => each.id === value.documentId);
  return (
    <li className="rounded-md border bg-panel p-3">
      <p className="flex gap-2 text-[13px]">
        <span className="text-muted">
          {value.line === null ? "" : `${value.line}. `}
          {t(value.name)}
        </span>
        <strong className="ml-auto break-words text-right font-medium">{value.value}</strong>
      </p>
      {document && value.box && value.page ? (
        <Crop field={{ box: value.box, page: value.page }} document={document} />
      ) : null}
      {value.method ? (
        <p className="mt-1 text-[12px] text-muted">
          {[document?.fileName, methods(value.method), value.confirmed ? "✓" : ""].filter(Boolean).join(" · ")}
        </p>
      ) : null}
    </li>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DeclaredValueView, IssueView, ShipmentView } from "@/contracts/views";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { ConsumerForm } from "@/ui/declaration/consumer-form";
import { RegimeSwitch } from "@/ui/declaration/regime-switch";
import { SubmitPanel } from "@/ui/declaration/submit-panel";
import { ValueForm } from "@/ui/declaration/value-form";
import { cn } from "@/ui/parts/cn";

/** The one declaration: what stands in it, where each value came from, what is still open, and the way to lodge it. */
export function DeclarationPanel({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("declaration");
  const { declaration } = shipment;
  const header = declaration.values.filter((value) => value.line === null);
  const gate = shipment.gates[0];
  const isSettled = gate === undefined || !takesDeclaration(gate.state);
  const lines = [...new Set(declaration.values.flatMap((value) => (value.line === null ? [] : [value.line])))];
  return (
    <div className="grid gap-6 px-4 pt-6 md:px-6 xl:grid-cols-[1fr_380px]">
      <div className="flex min-w-0 flex-col gap-6">
        {isSettled ? null : <IssueSummary issues={declaration.issues} shipmentId={shipment.id} />}
        <section className="flex flex-wrap items-start gap-6 rounded-md border bg-panel p-4">
          <RegimeSwitch shipmentId={shipment.id} regime={shipment.regime} isDisabled={isSettled} />
          {shipment.regime === "1210" ? (
            <ConsumerForm shipmentId={shipment.id} consumer={declaration.consumer} />
          ) : null}
        </section>
        <section>
          <h2 className="mb-2 text-sm font-semibold">{t("header")}</h2>
          <dl className="grid gap-px overflow-hidden rounded-md border bg-line sm:grid-cols-2">
            {header.map((value) => (
              <Value key={value.pointer} value={value} />
            ))}
          </dl>
        </section>
        <section>
          <h2 className="mb-2 text-sm font-semibold">{t("lines", { count: lines.length })}</h2>
          <ul className="flex flex-col gap-3">
            {lines.map((line) => (
              <li key={line} className="overflow-hidden rounded-md border">
                <p className="bg-raised px-4 py-1.5 text-[12px] font-medium">{t("line", { line })}</p>
                <dl className="grid grid-cols-2 gap-px bg-line lg:grid-cols-4">
                  {declaration.values
                    .filter((value) => value.line === line)
                    .map((value) => (
                      <Value key={value.pointer} value={value} />
                    ))}
                </dl>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <aside>
        <SubmitPanel shipment={shipment} />
      </aside>
    </div>
  );
}

/** The errors and warnings, each with its field, its document and the way to mend it. */
function IssueSummary({ issues, shipmentId }: { readonly issues: readonly IssueView[]; readonly shipmentId: string }) {
  const t = useTranslations("declaration");
  if (issues.length === 0)
    return (
      <p className="rounded-md border border-green bg-green-soft px-4 py-3 font-medium text-green">✓ {t("complete")}</p>
    );
  return (
    <section aria-labelledby="issues" className="rounded-md border border-line-strong bg-panel p-4">
      <h2 id="issues" className="text-sm font-semibold">
        {t("issues", { count: issues.length })}
      </h2>
      <ul className="mt-2 flex flex-col divide-y">
        {issues.map((issue) => (
          <Issue
            key={`${issue.code}-${issue.pointer}-${Object.values(issue.parameters).join()}`}
            issue={issue}
            shipmentId={shipmentId}
          />
        ))}
      </ul>
    </section>
  );
}

function Issue({ issue, shipmentId }: { readonly issue: IssueView; readonly shipmentId: string }) {
  const t = useTranslations("declaration");
  const words = useTranslations("issues");
  const reasons = useTranslations("reasons");
  const field = issue.parameters.field;
  const parameters = {
    ...issue.parameters,
    ...(field && reasons.has(`field.${field}`) ? { field: reasons(`field.${field}`) } : {}),
  };
  const key = `${issue.code}.message`;
  const line = /^\/lines\/(\d+)\//.exec(issue.pointer)?.[1];
  const isMissing = issue.code.endsWith("missing") || issue.code === "net_weight_needed";
  return (
    <li className="py-2.5 text-[13px]">
      <p className="flex flex-wrap gap-x-2">
        <span aria-hidden className={issue.severity === "error" ? "text-red" : "text-yellow"}>
          {issue.severity === "error" ? "■" : "▲"}
        </span>
        <span className="font-medium">{words.has(key) ? words(key, parameters) : issue.message}</span>
        {issue.documentName ? <span className="text-muted">{issue.documentName}</span> : null}
      </p>
      <p className="ml-5 text-muted">
        {words.has(`${issue.code}.remedy`) ? words(`${issue.code}.remedy`, parameters) : issue.remedy}{" "}
        {issue.documentId ? (
          <Link
            href={`/broker/documents/${issue.documentId}${issue.fieldId ? `?field=${issue.fieldId}` : ""}`}
            className="text-accent underline"
          >
            {t("openDocument")}
          </Link>
        ) : null}{" "}
        {issue.parameters.otherDocumentId ? (
          <Link href={`/broker/documents/${issue.parameters.otherDocumentId}`} className="text-accent underline">
            {t("openOtherDocument")}
          </Link>
        ) : null}
      </p>
      {isMissing && issue.owner === "broker" && issue.code !== "lines_missing" && issue.code !== "consumer_missing" ? (
        <ValueForm
          shipmentId={shipmentId}
          name={fieldNameOf(issue.pointer)}
          line={line === undefined ? null : Number(line) - 1}
        />
      ) : null}
    </li>
  );
}

const FIELD_OF: Readonly<Record<string, string>> = {
  invoiceNumber: "invoice_number",
  invoiceDate: "date",
  invoiceTotal: "total",
  transportNumber: "transport_number",
  grossWeightKg: "gross_weight_kg",
  netWeightKg: "net_weight_kg",
  portOfLoading: "port_of_loading",
  portOfDischarge: "port_of_discharge",
  commodityCode: "hs_code",
  unitPrice: "unit_price",
};

function fieldNameOf(pointer: string): string {
  const last = pointer.split("/").at(-1) ?? "";
  return FIELD_OF[last] ?? last;
}

function Value({ value }: { readonly value: DeclaredValueView }) {
  const t = useTranslations("declared");
  const methods = useTranslations("method");
  return (
    <div className="bg-panel px-4 py-2">
      <dt className="text-[12px] text-muted">{t(value.name)}</dt>
      <dd className={cn("break-words font-medium", value.value === null && "text-muted")}>{value.value ?? "—"}</dd>
      {value.method ? (
        <dd className="text-[12px] text-muted">
          {value.documentId && value.documentName ? (
            <Link
              href={`/broker/documents/${value.documentId}${value.fieldId ? `?field=${value.fieldId}` : ""}`}
              className="underline decoration-dotted"
            >
              {value.documentName}
            </Link>
          ) : null}{" "}
          {value.confirmed ? "✓ " : ""}
          {methods(value.method)}{" "}
          {value.confidence === null || value.confirmed ? "" : `${Math.round(value.confidence * 100)} %`}
        </dd>
      ) : null}
    </div>
  );
}

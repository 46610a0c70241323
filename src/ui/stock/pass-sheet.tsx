import { useTranslations } from "next-intl";
import type { GatePassView } from "@/contracts/views/book";
import { Alert } from "@/ui/parts/alert";
import { Instant } from "@/ui/parts/instant";
import { ListTable } from "./list-table";
import { QrCode } from "./qr-code";
import { PassState } from "./verification-lists";

/** A gate pass as it is printed and shown at the gate. */
export function PassSheet({ pass }: { readonly pass: GatePassView }) {
  const t = useTranslations("stock");
  const facts = [
    ["pass.vehicle", pass.vehicle],
    ["pass.seal", pass.seal],
    ["pass.list", pass.list.number],
    ["book.emsNo", pass.book.emsNo],
    ["book.company", pass.book.company],
    ["book.customsCode", pass.book.customsCode],
    ["pass.digest", pass.digest],
  ] as const;
  return (
    <article className="flex flex-col gap-5 rounded-md border bg-panel p-5 print:border-0 print:p-0">
      {pass.isIncident ? <Alert tone="bad">{t("pass.incidentLead")}</Alert> : null}
      <div className="flex flex-wrap items-start gap-6">
        <div className="min-w-0 flex-1">
          <h2 className="text-2xl font-semibold">{pass.number}</h2>
          <p className="mt-1 text-sm text-muted">
            {t("pass.issuedBy", { name: pass.createdBy })} · <Instant at={pass.createdAt} look="full" />
          </p>
          <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-muted">{t(name)}</dt>
                <dd className="min-w-0 break-words font-medium">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 flex flex-wrap items-center gap-2 text-sm">
            <PassState leftAt={pass.leftAt} isIncident={pass.isIncident} />
            {pass.leftAt ? <Instant at={pass.leftAt} look="full" /> : null}
          </p>
        </div>
        <QrCode text={pass.code} label={t("pass.qr", { number: pass.number })} />
      </div>
      <ListTable lines={pass.list.lines} />
    </article>
  );
}
